import { useEffect } from 'react';
import { useLocation } from 'react-router';

import type { IssueInFull } from './bulletin-words.ts';

/** The items of an issue as they are read (各条信息): column by column, with their sources; the one in the address is brought into view. */
export function ReadItems({ issue }: { issue: IssueInFull }) {
  const items = issue.bulletinItems;
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' });
  }, [hash]);
  return (
    <section aria-label="各条信息">
      {items.map((item, at) => (
        <article key={item.id} id={`item-${item.id}`} className="bulletin-read" data-testid="read-item">
          {item.column && item.column !== items[at - 1]?.column && <h2>【{item.column}】</h2>}
          <h3>{item.title}</h3>
          {item.subtitle && <p className="bulletin-read-subtitle">——{item.subtitle}</p>}
          {item.body.split('\n').map((paragraph, line, all) => (
            <p key={line}>
              {paragraph}
              {line === all.length - 1 && item.source && `（${item.source}）`}
            </p>
          ))}
        </article>
      ))}
    </section>
  );
}
