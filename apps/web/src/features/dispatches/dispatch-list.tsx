import { type Box, type Dispatch, describeState } from './dispatch-words.ts';
import { formatInstant } from '../../ui/format-instant.ts';

/** List of copy (来稿列表), one below the other; `onOpen` is pressed with the one to look at. */
export function DispatchList({
  items,
  box,
  current,
  onOpen,
}: {
  items: readonly Dispatch[];
  box: Box;
  current: string | undefined;
  onOpen: (dispatch: Dispatch) => void;
}) {
  return (
    <ul className="dispatch-list" data-testid="dispatch-list">
      {items.map((dispatch) => (
        <li key={dispatch.id}>
          <button
            type="button"
            aria-current={dispatch.id === current}
            onClick={() => onOpen(dispatch)}
            data-dispatch={dispatch.id}
            data-testid="dispatch-row"
          >
            <span className="dispatch-row-title">{dispatch.title}</span>
            <span className="muted dispatch-row-facts">
              <span>{box === 'sent' ? dispatch.seriesName : dispatch.from.name}</span>
              <span className="number">{formatInstant(dispatch.sentAt)}</span>
            </span>
            <span className={`dispatch-row-state dispatch-${dispatch.state}`}>
              {describeState(dispatch)}
              {dispatch.callTopic && ' · 约稿'}
            </span>
            {box === 'sent' && dispatch.reason && <span className="muted">{dispatch.reason}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
