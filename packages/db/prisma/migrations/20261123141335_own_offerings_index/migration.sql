-- The home page shows a few of our own offerings, of a catalogue that may be nearly all external.
create index offerings_own on offerings (kind desc, published_at desc, slug)
  where origin = 'own' and status = 'published';
