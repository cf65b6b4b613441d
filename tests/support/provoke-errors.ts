// Makes the embedded database refuse statements in every way that it would print, in a process of its own, so that a
// test sees exactly what the operator of a server would see.
import { openPlain } from './plain-embedded.ts';

const name = 'Geertruida van den Bosch';
const address = 'Onderlangs 34, Otterlo';

const { database, remove } = await openPlain({
  sendMail: async ({ to, text }) => {
    if (to !== 'geertruida@example.org' || !/\d{6}/.test(text ?? ''))
      throw new Error('The mail is not the one asked for.');
    process.stdout.write('mail handed over\n');
  }
});
const notes = () => database.client(null).from('notes' as never);
const row = (id: unknown, text: string) => ({ id, text }) as never;
await notes().insert(row(1, name));
const refused = await Promise.all([
  notes().insert(row(1, address)),
  notes().insert(row(2, name)),
  notes().insert(row(3, `${name} ${'x'.repeat(300)}`)),
  notes().insert(row(name, address)),
  notes().select('*').eq('id', name),
  notes().select('Geertruida')
]);
process.stdout.write(`${refused.filter(({ error }) => error !== null).length} refused\n`);
await database.auth().auth.signInWithOtp({ email: 'geertruida@example.org' });
console.info('the console of the rest still works');
await remove();
process.exit(0);
