import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { catchAuthMail, codeIn, handOverAuthMail } from '#lib/server/mail/auth-mail.ts';
import { MailError } from '#lib/server/mail/mailer.ts';
import { signInMail } from '#lib/server/mail/sign-in-mail.ts';
import { createSmtpMailer } from '#lib/server/mail/smtp.ts';

const authMail = (text: string) => ({ to: 'noor@lampje.example', subject: 'Your Magic Link', text });

describe('the mail of the auth part', () => {
  it('reaches whoever asked for it, and nobody else', async () => {
    const caught = await Promise.all(
      ['111111', '222222', '333333'].map((code) =>
        catchAuthMail(async () => {
          await Promise.resolve();
          await handOverAuthMail(authMail(code));
          return code;
        })
      )
    );
    for (const { result, mail } of caught) expect(mail?.text).toBe(result);
    expect(await catchAuthMail(async () => 1)).toEqual({ result: 1, mail: null });
    await expect(handOverAuthMail(authMail('444444'))).rejects.toThrow();
  });

  it('holds a code that is not mistaken for a part of its link', () => {
    const text =
      'Follow http://x.example/verify?token=pkce_123456-654321abcdef&type=magiclink or enter: 042137';
    expect(codeIn(authMail(text))).toBe('042137');
    expect(codeIn(authMail('no code, only 12345 and 1234567'))).toBeNull();
    expect(codeIn({ to: '', subject: '' })).toBeNull();
  });
});

describe('the mail to sign in with', () => {
  const content = {
    recipient: 'noor@lampje.example',
    code: '042137',
    link: 'https://samenspel.example/sign-in/link?secret=abc'
  };

  it('has the code and the link on a line of their own, in the language of the reader', () => {
    const dutch = signInMail({ ...content, locale: 'nl' });
    const english = signInMail({ ...content, locale: 'en' });
    expect(dutch.subject).toBe('Uw code voor Samenspel: 042137');
    expect(english.subject).toBe('Your code for Samenspel: 042137');
    for (const { body, recipient } of [dutch, english]) {
      expect(recipient).toBe(content.recipient);
      expect(body.split('\n')).toContain(content.link);
      expect(body).toContain('042137');
      expect(body).not.toContain('{');
    }
    expect(dutch.body).not.toBe(english.body);
  });
});

/** Says yes to everything in SMTP (RFC 5321), and keeps what was sent. */
function startMailServer(
  answerToRecipient = '250 OK'
): Promise<{ server: Server; port: number; sent: string[] }> {
  const sent: string[] = [];
  const server = createServer((socket) => {
    let isData = false;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n')) {
        sent.push(line);
        if (isData) {
          if (line === '.') socket.write('250 OK\r\n');
          isData &&= line !== '.';
        } else if (/^EHLO/.test(line)) socket.write('250 test\r\n');
        else if (/^RCPT/.test(line)) socket.write(`${answerToRecipient}\r\n`);
        else if (line === 'DATA') {
          isData = true;
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else if (line) socket.write('250 OK\r\n');
      }
    });
    socket.on('error', () => undefined);
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, port: (server.address() as AddressInfo).port, sent })
    )
  );
}

describe('mail by SMTP', () => {
  let open: Server | undefined;
  afterEach(() => open?.close());

  it('goes to the one address as plain text, from whom the address says', async () => {
    const { server, port, sent } = await startMailServer();
    open = server;
    const url = `smtp://127.0.0.1:${port}?from=${encodeURIComponent('Otterlo <otterlo@samenspel.example>')}`;
    const mailer = createSmtpMailer({ url, from: 'not@used.example' });
    await mailer.send({ recipient: 'noor@lampje.example', subject: 'Uw code', body: 'De code is 042137\n' });
    expect(sent).toContain('MAIL FROM:<otterlo@samenspel.example>');
    expect(sent.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<noor@lampje.example>']);
    expect(sent).toContain('Subject: Uw code');
    expect(sent).toContain('De code is 042137');
    expect(sent.find((line) => line.startsWith('Content-Type'))).toContain('text/plain');
  });

  it('fails with a code that names neither the address nor the text', async () => {
    const { server, port } = await startMailServer('550 noor@lampje.example does not live here');
    open = server;
    const mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'a@b.example' });
    const error = await mailer
      .send({ recipient: 'noor@lampje.example', subject: 'Uw code', body: '042137' })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MailError);
    expect(String(error)).not.toMatch(/noor|042137/);
  });

  it('is refused at the start when SMTP_URL is not an address of a mail server', () => {
    for (const url of ['mail.example', 'http://mail.example', ''])
      expect(() => createSmtpMailer({ url, from: 'a@b.example' }), url).toThrow(/SMTP_URL/);
  });
});
