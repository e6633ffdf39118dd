/** The database of the desk in somebody's browser: copies of what was typed, and what each was made from. */

const COPIES = 'copies'
const BASES = 'bases'
let connection: Promise<IDBDatabase> | null = null

/** One connection for as long as the page lives. */
function connect(): Promise<IDBDatabase> {
  connection ??= open()
  connection.catch(disconnect)
  return connection
}

function disconnect(): void {
  connection = null
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('desk', 2)
    request.onupgradeneeded = () => {
      const { result: database } = request
      if (!database.objectStoreNames.contains(COPIES))
        database.createObjectStore(COPIES, { keyPath: 'key' }).createIndex('article', 'articleId')
      database.createObjectStore(BASES, { keyPath: 'key' })
    }
    request.onsuccess = () => {
      const { result: database } = request
      database.onclose = disconnect
      database.onversionchange = () => {
        database.close()
        disconnect()
      }
      resolve(database)
    }
    request.onerror = () => reject(request.error)
  })
}

/** Runs one transaction. @throws when the device keeps nothing */
export async function onDevice<Result>(
  mode: IDBTransactionMode,
  work: (copies: IDBObjectStore, bases: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await connect()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([COPIES, BASES], mode, { durability: 'strict' })
    const request = work(transaction.objectStore(COPIES), transaction.objectStore(BASES))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
    // A page that goes away takes along what was not committed.
    transaction.commit()
  })
}
