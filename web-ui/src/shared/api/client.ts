import createClient from 'openapi-fetch'
import type { paths } from './schema'
import { authorization } from './token'

/** Every request goes through here; paths, parameters and answers are typed by openapi.json. */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin })

api.use({
  onRequest({ request }) {
    for (const [name, value] of Object.entries(authorization())) request.headers.set(name, value)
    return request
  },
})
