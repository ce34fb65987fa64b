// The shop of the benchmark behind GraphQL servers for Node.js: the same schema, the same data, each server as its own manual sets it up for speed.
//   node server.mjs mercurius|yoga <data.json> <schema.graphql>
// Says "ready <port>" once it listens, and ends when its input does.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import DataLoader from 'dataloader';
import Fastify from 'fastify';
import { createSchema, createYoga } from 'graphql-yoga';
import mercurius from 'mercurius';

const [kind, dataFile, schemaFile] = process.argv.slice(2);
const shop = JSON.parse(readFileSync(dataFile, 'utf8'));
const schema = readFileSync(schemaFile, 'utf8');
const eventsByTicket = new Map(shop.customer.tickets.map((ticket) => [ticket.number, ticket.events]));

const resolvers = {
  Query: {
    plans: () => shop.plans,
    customer: () => shop.customer,
  },
};

const servers = {
  async mercurius() {
    const app = Fastify();
    await app.register(mercurius, {
      schema,
      resolvers,
      jit: 1,
      loaders: {
        Customer: {
          loadedTickets: { loader: async (queries) => queries.map(() => shop.customer.tickets), opts: { cache: false } },
        },
        Ticket: {
          loadedEvents: { loader: async (queries) => queries.map(({ obj }) => eventsByTicket.get(obj.number)), opts: { cache: false } },
        },
      },
    });
    app.get('/benchmark/state', state);
    await app.listen({ host: '127.0.0.1', port: 0 });
    return app.server.address().port;
  },

  async yoga() {
    const yoga = createYoga({
      schema: createSchema({
        typeDefs: schema,
        resolvers: {
          ...resolvers,
          Customer: { loadedTickets: (customer, _, { tickets }) => tickets.load(customer.id) },
          Ticket: { loadedEvents: (ticket, _, { events }) => events.load(ticket.number) },
        },
      }),
      context: () => ({
        tickets: new DataLoader(async (keys) => keys.map(() => shop.customer.tickets)),
        events: new DataLoader(async (keys) => keys.map((key) => eventsByTicket.get(key))),
      }),
      parserAndValidationCache: true,
      graphiql: false,
      landingPage: false,
      logging: false,
    });
    const server = createServer((request, response) => {
      if (request.url === '/benchmark/state') {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(state()));
      } else {
        yoga(request, response);
      }
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    return server.address().port;
  },
};

// V8 does not count what it allocates.
function state() {
  const { user, system } = process.cpuUsage();
  return { allocatedBytes: null, cpuMicroseconds: user + system };
}

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
console.log(`ready ${await servers[kind]()}`);
