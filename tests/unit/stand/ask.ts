import { request } from 'node:http';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface Question {
  readonly host?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Asks a server on loopback for an address under any host name, as a browser does that maps `*.test` there. The path
 * goes out as it is written, `..` included.
 */
export function ask(address: string, { host, method = 'GET', headers = {} }: Question = {}): Promise<Answer> {
  const [, authority = '', path = '/'] = /^http:\/\/([^/]+)(.*)$/.exec(address) ?? [];
  const port = Number(authority.split(':')[1]);
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path: path || '/', method, headers: { ...headers, host: host ?? authority } },
      (response) => {
        response.setEncoding('utf8');
        let body = '';
        response.on('data', (chunk: string) => (body += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
