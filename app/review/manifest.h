/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ACCORD_PACK_FORMAT:
 *
 * The number of the form in which packs are written. A pack with a higher number is refused in words; members
 * that this program does not know are kept and passed on.
 */
#define ACCORD_PACK_FORMAT 1

#define ACCORD_PACK_MIME_TYPE "application/x-accord-pack"

/**
 * AccordPackKind:
 * @ACCORD_PACK_REQUEST: a case goes out to be read
 * @ACCORD_PACK_RESPONSE: what somebody made of it comes back
 */
typedef enum
{
  ACCORD_PACK_REQUEST,
  ACCORD_PACK_RESPONSE,
} AccordPackKind;

/**
 * AccordPackParty:
 * @uid: (nullable): uid of the organisation's record where the pack was made
 * @name: what it is called
 * @ods_code: (nullable): by which it is known everywhere
 * @gss_code: (nullable): likewise
 * @person: (nullable): the post of who made the pack
 * @key: (nullable): its public key, as accord_public_key_dup_text() writes it
 * @review: (nullable): uid of the review that it is asked for, or gives
 * @unknown: (nullable): members that this program does not know
 *
 * An organisation that a pack is from or to.
 */
typedef struct
{
  char *uid;
  char *name;
  char *ods_code;
  char *gss_code;
  char *person;
  char *key;
  char *review;
  JsonObject *unknown;
} AccordPackParty;

/**
 * AccordPackPart:
 * @path: where it is in the pack: "case.json", "documents/3"
 * @name: (nullable): the file's own name, for people; never used as a path
 * @media_type: (nullable): what it is
 * @document: (nullable): uid of the document's record
 * @size: in bytes
 * @digest: SHA-256 of its bytes, 64 lower-case hexadecimal digits
 * @unknown: (nullable): members that this program does not know
 *
 * A part of a pack.
 */
typedef struct
{
  char *path;
  char *name;
  char *media_type;
  char *document;
  gint64 size;
  char *digest;
  JsonObject *unknown;
} AccordPackPart;

/**
 * AccordPackManifest:
 * @format: %ACCORD_PACK_FORMAT, or the lower number it was written by
 * @kind: what it is for
 * @uid: of this pack
 * @answers: (nullable): for a response, the uid of the request's pack
 * @case_uid: of the business case
 * @case_name: what it is called
 * @stage: the case's stage, as the field has it
 * @version_uid: of the version that was frozen
 * @version_name: what that is called: "Outline Business Case, version 2"
 * @version_number: its number
 * @made: when, ISO 8601 in UTC
 * @due: (nullable): the day an answer is wanted by
 * @from: who made it, with the key that signed it
 * @to: (element-type AccordPackParty): who it is for
 * @parts: (element-type AccordPackPart): all but the manifest and its signature
 * @unknown: (nullable): members that this program does not know
 *
 * What a pack says of itself; the signature is over its bytes.
 */
typedef struct
{
  guint format;
  AccordPackKind kind;
  char *uid;
  char *answers;
  char *case_uid;
  char *case_name;
  char *stage;
  char *version_uid;
  char *version_name;
  gint64 version_number;
  char *made;
  char *due;
  AccordPackParty *from;
  GPtrArray *to;
  GPtrArray *parts;
  JsonObject *unknown;
} AccordPackManifest;

/* Where the case itself is; every pack has it. */
#define ACCORD_PACK_CASE "case.json"

AccordPackManifest *accord_pack_manifest_new (AccordPackKind kind);
AccordPackManifest *accord_pack_manifest_parse (const char *json, gssize length, GError **error);
char *accord_pack_manifest_dup_json (const AccordPackManifest *self);
void accord_pack_manifest_free (AccordPackManifest *self);
AccordPackParty *accord_pack_party_new (const char *uid, const char *name);
void accord_pack_party_free (AccordPackParty *self);
AccordPackPart *accord_pack_part_new (const char *path, gint64 size, const char *digest);
void accord_pack_part_free (AccordPackPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPackManifest, accord_pack_manifest_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPackParty, accord_pack_party_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPackPart, accord_pack_part_free)

G_END_DECLS
