import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { permissionSetPath, permissionSetXml } from '../../metadata/permission-set-xml.ts';
import type { PermissionSetDraft } from '../../model/permission-set.ts';
import { draftOf } from '../../what-if/draft-of.ts';
import { LongText } from '../parts/long-text.tsx';
import { namingSnapshot } from './change-list.ts';
import { faultOfName } from './set-name.ts';
import { newSet } from './targets.ts';
import type { Trying } from './trying.ts';

/** What the changes grant, as a permission set to be deployed, and what no set can carry. */
export function ExportSet({ before, changes }: Trying) {
  const title = useId();
  const { snapshot } = before.situation;
  const { set, others } = useMemo(
    () => draftOf(changes, namingSnapshot(before.situation, changes), newSet(snapshot)),
    [changes, before],
  );
  const flows = snapshot.flows.status === 'ok' ? snapshot.flows.value : [];
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>As a permission set</h3>
      {set === null ? (
        <p>Nothing that is being tried is a permission that a set could grant.</p>
      ) : (
        <SetFile draft={set} xmlOf={(named) => permissionSetXml(named, flows)} />
      )}
      {others.length > 0 && (
        <>
          <p>A permission set cannot carry this; somebody has to do it:</p>
          <ul class="parts-list">
            {others.map((sentence) => (
              <li key={sentence}>
                <LongText text={sentence} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface SetFileProps {
  readonly draft: PermissionSetDraft;
  readonly xmlOf: (draft: PermissionSetDraft) => string;
}

function SetFile({ draft, xmlOf }: SetFileProps) {
  const [name, setName] = useState(draft.name);
  const [field, fault] = [useId(), useId()];
  const wrong = faultOfName(name);
  const xml = xmlOf({ ...draft, name });
  return (
    <>
      <p class="what-if-line">
        <label for={field}>API name</label>
        <input
          id={field}
          value={name}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={wrong !== null}
          aria-describedby={fault}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </p>
      <p id={fault} class="what-if-fail" role="alert">
        {wrong}
      </p>
      {wrong === null && <Download text={xml} file={permissionSetPath({ name }).replace(/^.*\//u, '')} />}
      <Copy text={xml} />
    </>
  );
}

/** A link to the text as a file of this page's own: nothing is sent anywhere. */
function Download({ text, file }: { readonly text: string; readonly file: string }) {
  const [address, setAddress] = useState<string | undefined>();
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/xml' }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [text]);
  if (address === undefined) return null;
  return (
    <p>
      <a href={address} download={file}>
        Download {file}
      </a>
    </p>
  );
}

/** The file to look at and to copy; where the browser does not let a page copy, it is selected. */
function Copy({ text }: { readonly text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, say] = useState('');
  const field = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say('Copied.');
    } catch {
      area.current?.focus();
      area.current?.select();
      say('The browser does not let the page copy. The file is selected: copy it with the keyboard.');
    }
  };
  return (
    <>
      <label for={field}>The file</label>
      <textarea id={field} ref={area} class="what-if-file" readOnly rows={8} value={text} />
      <p class="what-if-line">
        <button type="button" onClick={copy}>
          Copy the file
        </button>
        <span role="status">{said}</span>
      </p>
    </>
  );
}
