/** The whole schema, for the client and for drizzle-kit. Everything else imports the file it means. */
export * from './articles'
export * from './comments'
export * from './fronts'
export * from './media'
export * from './people'
export * from './reading'
export * from './search'
export * from './site'
