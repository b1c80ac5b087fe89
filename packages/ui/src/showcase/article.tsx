/** Long reading with every element that `prose` styles. */
export function ArticleSpecimen() {
  return (
    <article className="prose">
      <p>
        An architect decides where a model belongs and where it does not. The work is less about the
        newest network than about <a href="#content">the shape of a system</a>: what goes in, what
        may come out, who checks it, and what it costs when it is wrong.
      </p>
      <h2>Begin with the decision</h2>
      <p>
        Write down the decision that the system supports, in <strong>one sentence</strong>, before
        you choose a tool. If the sentence has an <em>and</em> in it, you have two systems.
      </p>
      <ul>
        <li>Who acts on the answer, and how soon?</li>
        <li>What happens when there is no answer?</li>
        <li>
          How would you notice that it got worse?
          <ol>
            <li>Name the measure.</li>
            <li>Name who reads it.</li>
          </ol>
        </li>
      </ul>
      <blockquote>
        <p>A model is a part. An architecture is a promise about the whole.</p>
      </blockquote>
      <h3>A first budget</h3>
      <table>
        <thead>
          <tr>
            <th>Step</th>
            <th>Share of time</th>
            <th>Limit</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>Retrieve</td>
            <td>15%</td>
            <td>120 ms</td>
          </tr>
          <tr>
            <td>Generate</td>
            <td>80%</td>
            <td>640 ms</td>
          </tr>
        </tbody>
      </table>
      <p>
        Measure it where it runs, with <code>time.perf_counter()</code>, not on your own machine.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls must take the keyboard. */}
      <pre tabIndex={0}>
        <code>
          {'budget = {"retrieve": 0.12, "generate": 0.64}\nassert sum(budget.values()) < 0.8'}
        </code>
      </pre>
      <hr />
      <p>
        <small>Figures are examples, rounded.</small>
      </p>
    </article>
  )
}
