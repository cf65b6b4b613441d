// Many screens in one process, without the screens: node scripts/bench/listeners.ts <address> <count>, by fork().
// Says { listening } when all of them are let in, and { delays } in milliseconds when as many pins came as it was told.
import { get } from 'node:http';

const [address = '', count = '0'] = process.argv.slice(2);
const listenerCount = Number(count);
const delays: number[] = [];
let expected = Infinity;
let listening = 0;

const now = () => performance.timeOrigin + performance.now();
const report = () => {
  if (delays.length >= expected) process.send?.({ delays: delays.splice(0) });
};

/** A pin has in its title when it was sent: see pin-to-screen.ts. */
const sentAt = /"title":"Gemeten (\d+\.\d+)"/g;

function listen(): void {
  const request = get(
    `${address}`,
    { agent: false, headers: { accept: 'text/event-stream' } },
    (response) => {
      if (response.statusCode !== 200)
        throw new Error(`A listener was answered with ${response.statusCode}.`);
      let rest = '';
      response.setEncoding('utf8');
      response.once('data', () => {
        listening += 1;
        if (listening === listenerCount) process.send?.({ listening });
        // One after the other: a thousand at the same moment is another measurement.
        else listen();
      });
      response.on('data', (text: string) => {
        const arrived = now();
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks)
          if (block.includes('idea.created'))
            for (const [, sent] of block.matchAll(sentAt)) delays.push(arrived - Number(sent));
        report();
      });
    }
  );
  request.on('error', (error) => {
    throw error;
  });
}

process.on('message', (message: { expected: number }) => {
  expected = message.expected;
  report();
});
process.on('disconnect', () => process.exit());
listen();
