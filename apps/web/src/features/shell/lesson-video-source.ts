/** Addresses of a lesson's video and what goes with it; each is checked for access when asked for. */
export function lessonVideoSource(
  lessonId: string,
  video: { hasCaptions: boolean; hasPoster: boolean },
) {
  const at = (part: string) => `/api/lessons/${lessonId}/${part}`
  return {
    src: at('video'),
    poster: video.hasPoster ? at('poster') : undefined,
    captions: video.hasCaptions ? at('captions') : undefined,
  }
}
