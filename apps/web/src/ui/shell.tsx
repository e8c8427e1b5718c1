import { DownOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { Link, NavLink, Navigate, Outlet, useLocation, useNavigate } from 'react-router';

import { api, describeFault, isRefusal } from '../api.ts';
import { ClosedPage } from './closed-page.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { PageSkeleton } from './page-skeleton.tsx';

const WORKS = { to: '/works', title: '志鉴项目', action: 'works.read', testId: 'menu-works' } as const;

/** Places of the group 简报, in the order of the work. */
const BULLETINS = [
  { to: '/bulletins', title: '简报', action: 'bulletins.read', testId: 'menu-bulletins' },
  { to: '/dispatches', title: '来稿', action: 'dispatches.read', testId: 'menu-dispatches' },
  { to: '/bulletins/search', title: '检索', action: 'bulletins.read', testId: 'menu-bulletin-search' },
  { to: '/study', title: '会议学习', action: 'study.read', testId: 'menu-study' },
] as const;

const OFFICE = [
  { to: '/letters', title: '文书', action: 'letters.read', testId: 'menu-letters' },
  { to: '/tasks', title: '待办', action: 'tasks.read', testId: 'menu-tasks' },
  { to: '/submissions', title: '送审稿', action: 'submissions.receive', testId: 'menu-submissions' },
  { to: '/organisations', title: '机构', action: 'organisations.manage', testId: 'menu-organisations' },
  { to: '/persons', title: '人员与岗位', action: 'accounts.manage', testId: 'menu-persons' },
  { to: '/audit', title: '审计记录', action: 'audit.read', testId: 'menu-audit' },
] as const;

const PLACES = [WORKS, ...BULLETINS, ...OFFICE];

/** Frame of every page for a signed-in person (框架): top bar, menu by permission, and who is signed in. */
export function Shell() {
  const place = useLocation();
  const me = useQuery(api.accounts.me.queryOptions({ staleTime: 60_000 }));
  if (isRefusal(me.error, 'SIGN_IN_REQUIRED')) {
    const from = place.pathname + place.search;
    return <Navigate to={from === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(from)}`} replace />;
  }
  if (!me.data) {
    return me.error ? (
      <div className="page">
        <FaultNotice error={me.error} onRetry={() => void me.refetch()} />
      </div>
    ) : (
      <PageSkeleton />
    );
  }
  if (me.data.mustChangePassword && place.pathname !== '/password') return <Navigate to="/password" replace />;
  const actions = new Set<string>(me.data.actions);
  const closed = PLACES.some(({ to, action }) => place.pathname.startsWith(to) && !actions.has(action));
  return (
    <div className="shell">
      <header className="top-bar">
        <Link to="/" className="mark" aria-label="修志，返回首页">
          <img src="/mark.svg" alt="" width={24} height={24} />
          <span>修志</span>
        </Link>
        <nav className="places" aria-label="主菜单">
          {!me.data.mustChangePassword && (
            <>
              {actions.has(WORKS.action) && <PlaceLink {...WORKS} />}
              <BulletinMenu places={BULLETINS.filter(({ action }) => actions.has(action))} />
              {OFFICE.filter(({ action }) => actions.has(action)).map((place) => (
                <PlaceLink key={place.to} {...place} />
              ))}
            </>
          )}
          <NavLink to="/live" data-testid="menu-live">
            随写随审
          </NavLink>
        </nav>
        <PersonMenu displayName={me.data.person.displayName} />
      </header>
      <main className="stage">{closed ? <ClosedPage /> : <Outlet />}</main>
    </div>
  );
}

interface Place {
  to: string;
  title: string;
  testId: string;
}

function PlaceLink({ to, title, testId }: Place) {
  return (
    <NavLink to={to} data-testid={testId}>
      {title}
    </NavLink>
  );
}

/** The places of the group 简报 under one entry of the menu. */
function BulletinMenu({ places }: { places: readonly Place[] }) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  // The longest address that fits is where one is: the search stands below the bulletins.
  const [here] = places.filter(({ to }) => pathname.startsWith(to)).sort((a, b) => b.to.length - a.to.length);
  if (places.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: here ? [here.to] : [],
        items: places.map(({ to, title, testId }) => ({ key: to, label: <span data-testid={testId}>{title}</span> })),
        onClick: ({ key }) => void navigate(key),
      }}
    >
      <button
        type="button"
        className={here ? 'places-group active' : 'places-group'}
        data-testid="menu-bulletin-group"
        aria-haspopup="menu"
      >
        简报 <DownOutlined />
      </button>
    </Dropdown>
  );
}

/** The first place that the posts of the person open (首页): the works where they may read them. */
export function FirstPlace() {
  const me = useQuery(api.accounts.me.queryOptions({ staleTime: 60_000 }));
  const actions = new Set<string>(me.data?.actions);
  const first = PLACES.find(({ action }) => actions.has(action));
  return <Navigate to={first?.to ?? '/works'} replace />;
}

function PersonMenu({ displayName }: { displayName: string }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const signOut = useMutation(
    api.accounts.signOut.mutationOptions({
      onSuccess: () => {
        void navigate('/sign-in', { replace: true });
        queryClient.clear();
      },
      onError: (error) => void message.error(describeFault(error)),
    }),
  );
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: '/password', label: <span data-testid="user-password">修改口令</span> },
          { key: '/tokens', label: <span data-testid="user-tokens">命令行令牌</span> },
          { type: 'divider' },
          { key: 'sign-out', label: <span data-testid="user-sign-out">退出</span> },
        ],
        onClick: ({ key }) => (key === 'sign-out' ? signOut.mutate({}) : void navigate(key)),
      }}
    >
      <Button type="text" data-testid="user-menu">
        {displayName} <DownOutlined />
      </Button>
    </Dropdown>
  );
}
