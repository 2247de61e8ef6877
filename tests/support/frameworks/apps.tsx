import { useEffect, useRef, useState, type ReactElement } from 'react';
import { stories, type FrameworkStory } from './stories';

/** What stands at each address, alike on the server and in the browser. */
export function AppAt({ path }: { readonly path: string }): ReactElement {
  if (path === '/scrolled') return <Endless />;
  if (path === '/edited') return <Edited />;
  return path === '/hydrated' ? <Updated /> : <Routed start={path} />;
}

function Story({ story, extra = [] }: { readonly story: FrameworkStory; readonly extra?: readonly string[] }): ReactElement {
  return (
    <article>
      <h1>{story.title}</h1>
      {[...story.paragraphs, ...extra].map((text) => <p key={text}>{text}</p>)}
    </article>
  );
}

/** Text that React writes anew in the same element, in new elements, and as a whole. */
function Updated(): ReactElement {
  const [updates, setUpdates] = useState(0);
  const story = storyAt(0);
  const late = ['', 'Late in the day James Comey asked for the letter too.', 'Late in the day Michael Flynn asked for the letter too.'][updates] ?? '';
  const paragraphs = late === '' ? story.paragraphs : [...story.paragraphs, `${late} The office had closed by then, and he was told to come back on another day.`];
  return (
    <main>
      <button type="button" onClick={() => setUpdates(updates + 1)}>Update {updates}</button>
      <article key={updates > 2 ? 'anew' : 'first'}>
        <h1>{story.title}</h1>
        {paragraphs.map((text, at) => <p key={at}>{text}</p>)}
      </article>
    </main>
  );
}

/** Adds the next story when the end of the last one comes into view. */
function Endless(): ReactElement {
  const [shown, setShown] = useState(1);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || shown === stories.length) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setShown(shown + 1);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [shown]);
  return (
    <main>
      {stories.slice(0, shown).map((story) => <section key={story.path} className="screenful"><Story story={story} /></section>)}
      <div ref={end} className="end" />
    </main>
  );
}

/** Goes from story to story without loading a page. */
function Routed({ start }: { readonly start: string }): ReactElement {
  const [path, setPath] = useState(start);
  const story = stories.find((each) => each.path === path) ?? storyAt(0);
  useEffect(() => {
    const follow = (): void => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  useEffect(() => {
    document.title = story.title;
  }, [story]);
  return (
    <main>
      <nav>
        {stories.map((each) => (
          <a key={each.path} href={each.path} onClick={(event) => {
            event.preventDefault();
            history.pushState(null, '', each.path);
            setPath(each.path);
          }}>{each.title}</a>
        ))}
      </nav>
      <Story story={story} />
    </main>
  );
}

/** A story with an editor that keeps its text in a model, as ProseMirror does, and a plain field. */
function Edited(): ReactElement {
  const [extra, setExtra] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const editor = useRef<HTMLDivElement>(null);
  useEffect(() => (editor.current ? keepModel(editor.current) : undefined), []);
  return (
    <main>
      <Story story={storyAt(1)} extra={extra} />
      <article>
        <h2>Write to the editor</h2>
        <div ref={editor} className="editor" contentEditable suppressContentEditableWarning role="textbox" aria-label="Letter" />
        <textarea aria-label="Note" value={note} onChange={(event) => setNote(event.target.value)} />
        <button type="button" onClick={() => setExtra(['At last Sergey Kislyak bought the ladder that came with the trees, and took it home under his arm in the rain.'])}>More</button>
      </article>
    </main>
  );
}

/** Every key goes into the model, and the paragraph is drawn from it; whatever else touches the text is taken back and counted. */
function keepModel(editor: HTMLElement): () => void {
  let model = '';
  const observer = new MutationObserver((records) => {
    editor.dataset.foreign = String(Number(editor.dataset.foreign ?? 0) + records.length);
    draw();
  });
  function draw(): void {
    observer.disconnect();
    const paragraph = document.createElement('p');
    paragraph.append(model === '' ? document.createElement('br') : model);
    editor.replaceChildren(paragraph);
    getSelection()?.collapse(paragraph.firstChild, model.length);
    observer.observe(editor, { childList: true, characterData: true, subtree: true });
  }
  const type = (event: InputEvent): void => {
    event.preventDefault();
    model = event.inputType === 'deleteContentBackward' ? model.slice(0, -1) : model + (event.data ?? '');
    draw();
  };
  editor.addEventListener('beforeinput', type);
  draw();
  return () => {
    editor.removeEventListener('beforeinput', type);
    observer.disconnect();
  };
}

function storyAt(index: number): FrameworkStory {
  const story = stories[index];
  if (!story) throw new Error(`There is no story ${index}.`);
  return story;
}
