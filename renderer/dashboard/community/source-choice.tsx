/** The five ways to a community, each with what it is for. */
import { type SourceChoice as Choice, SOURCE_CHOICES } from '../../../shared/settings/source.ts';
import { strings } from '../../../shared/strings/index.ts';
import { useChangeSetting } from '../use-change-setting.ts';

const words = strings.window.community;

export function SourceChoice({ chosen }: { readonly chosen: Choice }) {
  const change = useChangeSetting();
  return (
    <section class="panel" aria-labelledby="choose-title">
      <div class="panel-head">
        <h2 id="choose-title">{words.chooseTitle}</h2>
      </div>
      <fieldset class="scroller cards" aria-labelledby="choose-title">
        {SOURCE_CHOICES.map((choice) => (
          <label key={choice} class="card">
            <input
              type="radio"
              name="source"
              aria-describedby={`purpose-${choice}`}
              aria-label={words.choice[choice].title}
              checked={choice === chosen}
              onChange={() => change('source.kind', choice)}
            />
            <span class="card-title">{words.choice[choice].title}</span>
            <span id={`purpose-${choice}`} class="card-text">
              {words.choice[choice].purpose}
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}
