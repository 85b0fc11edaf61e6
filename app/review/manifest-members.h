/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "manifest.h"

G_BEGIN_DECLS

/**
 * AccordMemberSort:
 * @ACCORD_MEMBER_TEXT: words, as long as a title may be
 * @ACCORD_MEMBER_UID: a record's or a pack's uid: letters and digits, so that it may stand in a file's name
 * @ACCORD_MEMBER_DAY: a day in ISO form
 * @ACCORD_MEMBER_MOMENT: a moment in ISO form, in UTC
 * @ACCORD_MEMBER_PATH: where a part is in the pack
 * @ACCORD_MEMBER_DIGEST: a SHA-256 in lower-case hexadecimal digits
 * @ACCORD_MEMBER_COUNT: a number from 0, held as gint64
 *
 * What a member of the manifest may hold.
 */
typedef enum
{
  ACCORD_MEMBER_TEXT,
  ACCORD_MEMBER_UID,
  ACCORD_MEMBER_DAY,
  ACCORD_MEMBER_MOMENT,
  ACCORD_MEMBER_PATH,
  ACCORD_MEMBER_DIGEST,
  ACCORD_MEMBER_COUNT,
} AccordMemberSort;

/**
 * AccordMember:
 * @name: its name in JSON; %NULL ends a table
 * @sort: what it may hold
 * @offset: where it is in the structure
 * @needed: whether it must be there
 *
 * A member of a manifest, a party or a part.
 */
typedef struct
{
  const char *name;
  AccordMemberSort sort;
  gsize offset;
  gboolean needed;
} AccordMember;

extern const AccordMember accord_manifest_members[];
extern const AccordMember accord_party_members[];
extern const AccordMember accord_part_members[];

const char *accord_pack_kind_get_nick (AccordPackKind kind);

void accord_members_clear (gpointer self, const AccordMember *members);
void accord_members_add (JsonObject *object, gconstpointer self, const AccordMember *members);
JsonObject *accord_members_write (gconstpointer self, const AccordMember *members, JsonObject *unknown);
void accord_members_add_unknown (JsonObject *object, JsonObject *unknown);
gboolean accord_members_read (gpointer self, const AccordMember *members, JsonObject *object, GError **error);

G_END_DECLS
