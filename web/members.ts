import type { Member, RoleGrant } from '../functions/domain/member.ts'
import { type Answer, request } from './request.ts'

/** What headquarters writes of a member. */
export interface MemberDraft {
  name: string
  /** The OpenID provider's `sub`. */
  subject: string
  roles: RoleGrant[]
}

/** All members, by name. */
export const fetchMembers = async (signal?: AbortSignal): Promise<Member[]> =>
  (await request<{ members: Member[] }>('/members', { signal })).data.members

/** Register a member. Pass the same key to repeat safely. */
export const addMember = (draft: MemberDraft, idempotencyKey: string): Promise<Answer<Member>> =>
  request<Member>('/members', { method: 'POST', body: draft, idempotencyKey })

/** One member with the ETag that a change needs. */
export const fetchMember = (id: string, signal?: AbortSignal): Promise<Answer<Member>> =>
  request<Member>(`/members/${id}`, { signal })

/** Replace the name and roles of a member; no roles ends the membership. */
export const changeMember = (
  id: string,
  change: Partial<Pick<MemberDraft, 'name' | 'roles'>>,
  etag: string,
): Promise<Answer<Member>> =>
  request<Member>(`/members/${id}`, {
    method: 'PATCH',
    body: change,
    contentType: 'application/merge-patch+json',
    ifMatch: etag,
  })
