import { roleCellById } from '../../../db/queries/role-cells.ts';
import { first } from '../../../db/store.ts';
import { type Block, say, withButtons } from '../../core/message.ts';
import { canAssignRole, canReadRole } from '../../core/permissions.ts';
import { textsOf } from '../../i18n/texts.ts';
import { clip } from '../entry-view.ts';
import { accountFor, personOf, plain, type Renderer, skip } from '../rendered.ts';
import { cascadeButton } from './buttons.ts';

/** Contributions that a leader has shared, for whoever they are for: one notice, however many there are. */
export const roles: Renderer<'roles'> = async (services, row, { leaderId, year, cellIds }) => {
  const person = await personOf(services, row.personId);
  const leader = await personOf(services, leaderId);
  if (!person?.active || !leader || !canAssignRole(leader, person)) return skip('not_allowed');
  const found = await Promise.all(cellIds.map((id) => first(services.store, roleCellById({ id }))));
  const cells = found.flatMap((cell) =>
    cell && cell.personId === person.id && canReadRole(person, cell) ? [cell] : [],
  );
  if (cells.length === 0) return skip('withdrawn');
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return to;
  const t = textsOf(person.locale ?? services.agency.locale);
  const message = say(
    { kind: 'title', text: t.cascade.role.shared(leader.name, year) },
    {
      kind: 'list',
      items: cells.map(({ contribution, method, divided }) => [
        `${clip(contribution, 300)} (${t.cascade.method(method, divided)})`,
      ]),
    },
  );
  return plain(to, withButtons(message, [cascadeButton('role', t.cascade.role.see(), null, year)]));
};

/** A shared contribution that the leader has changed or withdrawn; what has changed again since has a notice of its own. */
export const roleChanged: Renderer<'role_changed'> = async (services, row, { cellId, revision }) => {
  const person = await personOf(services, row.personId);
  const cell = await first(services.store, roleCellById({ id: cellId }));
  const leader = cell && (await personOf(services, cell.leaderId));
  if (!person?.active || !cell || !leader || cell.personId !== person.id) return skip('gone');
  if (cell.revision !== revision) return skip('changed_again');
  if (cell.status !== 'withdrawn' && !canReadRole(person, cell)) return skip('not_allowed');
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return to;
  const t = textsOf(person.locale ?? services.agency.locale);
  const texts = t.cascade.role;
  const withdrawn = cell.status === 'withdrawn';
  const blocks: Block[] = [
    { kind: 'title', text: withdrawn ? texts.withdrawn(leader.name) : texts.changed(leader.name) },
    { kind: 'quote', text: clip(cell.contribution, 300) },
    { kind: 'note', text: withdrawn ? texts.keeps() : t.cascade.method(cell.method, cell.divided) },
  ];
  return plain(to, withButtons(say(...blocks), [cascadeButton('role', texts.see(), null, cell.year)]));
};
