/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "manifest-members.h"

#include "date.h"
#include "fold.h"
#include "pack-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In bytes: longer than any title or key, shorter than anything that would be a nuisance. */
#define LONGEST_TEXT 4096
#define LONGEST_UID 64
#define LONGEST_PATH 100

#define MANIFEST(field) G_STRUCT_OFFSET (AccordPackManifest, field)
#define PARTY(field) G_STRUCT_OFFSET (AccordPackParty, field)
#define PART(field) G_STRUCT_OFFSET (AccordPackPart, field)

const AccordMember accord_manifest_members[] = {
  { "uid", ACCORD_MEMBER_UID, MANIFEST (uid), TRUE },
  { "answers", ACCORD_MEMBER_UID, MANIFEST (answers), FALSE },
  { "case", ACCORD_MEMBER_UID, MANIFEST (case_uid), TRUE },
  { "case_name", ACCORD_MEMBER_TEXT, MANIFEST (case_name), TRUE },
  { "stage", ACCORD_MEMBER_TEXT, MANIFEST (stage), FALSE },
  { "version", ACCORD_MEMBER_UID, MANIFEST (version_uid), TRUE },
  { "version_name", ACCORD_MEMBER_TEXT, MANIFEST (version_name), FALSE },
  { "version_number", ACCORD_MEMBER_COUNT, MANIFEST (version_number), FALSE },
  { "made", ACCORD_MEMBER_MOMENT, MANIFEST (made), TRUE },
  { "due", ACCORD_MEMBER_DAY, MANIFEST (due), FALSE },
  { NULL },
};

const AccordMember accord_party_members[] = {
  { "uid", ACCORD_MEMBER_UID, PARTY (uid), FALSE },
  { "name", ACCORD_MEMBER_TEXT, PARTY (name), TRUE },
  { "ods_code", ACCORD_MEMBER_TEXT, PARTY (ods_code), FALSE },
  { "gss_code", ACCORD_MEMBER_TEXT, PARTY (gss_code), FALSE },
  { "person", ACCORD_MEMBER_TEXT, PARTY (person), FALSE },
  { "key", ACCORD_MEMBER_TEXT, PARTY (key), FALSE },
  { "review", ACCORD_MEMBER_UID, PARTY (review), FALSE },
  { NULL },
};

const AccordMember accord_part_members[] = {
  { "path", ACCORD_MEMBER_PATH, PART (path), TRUE },
  { "name", ACCORD_MEMBER_TEXT, PART (name), FALSE },
  { "media_type", ACCORD_MEMBER_TEXT, PART (media_type), FALSE },
  { "document", ACCORD_MEMBER_UID, PART (document), FALSE },
  { "size", ACCORD_MEMBER_COUNT, PART (size), TRUE },
  { "sha256", ACCORD_MEMBER_DIGEST, PART (digest), TRUE },
  { NULL },
};

/**
 * accord_pack_kind_get_nick:
 * @kind: what a pack is for
 *
 * Returns: the word for it in a manifest
 */
const char *
accord_pack_kind_get_nick (AccordPackKind kind)
{
  return kind == ACCORD_PACK_RESPONSE ? "response" : "request";
}

/**
 * accord_members_clear:
 * @self: a structure
 * @members: its members
 *
 * Lets go of the texts in it.
 */
void
accord_members_clear (gpointer self, const AccordMember *members)
{
  for (; members->name != NULL; members++)
    if (members->sort != ACCORD_MEMBER_COUNT)
      g_clear_pointer ((char **) G_STRUCT_MEMBER_P (self, members->offset), g_free);
}

/**
 * accord_members_add_unknown:
 * @object: what is being written
 * @unknown: (nullable): members that were not known when it was read
 *
 * Passes on what a later program has added.
 */
void
accord_members_add_unknown (JsonObject *object, JsonObject *unknown)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (unknown == NULL)
    return;
  json_object_iter_init_ordered (&iter, unknown);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!json_object_has_member (object, name))
      json_object_set_member (object, name, json_node_copy (node));
}

/**
 * accord_members_add:
 * @object: what is being written
 * @self: a structure
 * @members: its members
 *
 * Adds it as JSON; what is not known is left out.
 */
void
accord_members_add (JsonObject *object, gconstpointer self, const AccordMember *members)
{
  for (; members->name != NULL; members++)
    {
      gconstpointer value = G_STRUCT_MEMBER_P (self, members->offset);

      if (members->sort == ACCORD_MEMBER_COUNT)
        json_object_set_int_member (object, members->name, *(const gint64 *) value);
      else if (*(char *const *) value != NULL && **(char *const *) value != '\0')
        json_object_set_string_member (object, members->name, *(char *const *) value);
    }
}

/**
 * accord_members_write:
 * @self: a structure
 * @members: its members
 * @unknown: (nullable): what else there was
 *
 * Returns: (transfer full): it as JSON
 */
JsonObject *
accord_members_write (gconstpointer self, const AccordMember *members, JsonObject *unknown)
{
  JsonObject *object = json_object_new ();

  accord_members_add (object, self, members);
  accord_members_add_unknown (object, unknown);
  return object;
}

static gboolean
has_only (const char *text, const char *marks)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text) && strchr (marks, *text) == NULL)
      return FALSE;
  return TRUE;
}

/* Whatever system unpacks it: folders and names of plain letters, none of which climbs, hides or is a device.
 */
static gboolean
is_path (const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, "/", -1);

  if (*text == '\0' || strlen (text) > LONGEST_PATH || !has_only (text, "/._-"))
    return FALSE;
  for (char **name = names; *name != NULL; name++)
    if (!g_ascii_isalnum (**name) || g_str_has_suffix (*name, "."))
      return FALSE;
  return TRUE;
}

static gboolean
is_moment (const char *text)
{
  g_autoptr (GDateTime) moment =
      strlen (text) <= LONGEST_UID ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return moment != NULL && g_str_has_suffix (text, "Z");
}

static gboolean
is_sound (AccordMemberSort sort, const char *text)
{
  switch (sort)
    {
    case ACCORD_MEMBER_UID:
      return g_ascii_isalnum (*text) && strlen (text) <= LONGEST_UID && has_only (text, "-_");
    case ACCORD_MEMBER_DAY:
      return accord_date_is_iso (text);
    case ACCORD_MEMBER_MOMENT:
      return is_moment (text);
    case ACCORD_MEMBER_PATH:
      return is_path (text);
    case ACCORD_MEMBER_DIGEST:
      return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
    case ACCORD_MEMBER_TEXT:
    case ACCORD_MEMBER_COUNT:
    default:
      return *text != '\0' && strlen (text) <= LONGEST_TEXT;
    }
}

static const char *
get_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* Null, and words without a letter, say the same as nothing: not known. Names are shown among words of ours.
 */
static gboolean
read_member (gpointer self, const AccordMember *member, JsonNode *node, GError **error)
{
  gpointer place = G_STRUCT_MEMBER_P (self, member->offset);
  const char *said = node != NULL ? get_text (node) : NULL;
  g_autofree char *text =
      said != NULL && member->sort == ACCORD_MEMBER_TEXT ? accord_text_line (said) : g_strdup (said);
  const gboolean given = node != NULL && !JSON_NODE_HOLDS_NULL (node) && g_strcmp0 (text, "") != 0;
  const GType type = given && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (!given && !member->needed)
    return TRUE;
  if (member->sort == ACCORD_MEMBER_COUNT && type == G_TYPE_INT64 && json_node_get_int (node) >= 0)
    {
      *(gint64 *) place = json_node_get_int (node);
      return TRUE;
    }
  if (member->sort != ACCORD_MEMBER_COUNT && type == G_TYPE_STRING && is_sound (member->sort, text))
    {
      *(char **) place = g_steal_pointer (&text);
      return TRUE;
    }
  g_set_error (
      error, ACCORD_PACK_ERROR,
      member->sort == ACCORD_MEMBER_PATH && given ? ACCORD_PACK_ERROR_UNSAFE : ACCORD_PACK_ERROR_FORMAT,
      given ? _ ("the manifest's “%s” is not what it should be.") : _ ("the manifest does not say “%s”."),
      member->name);
  return FALSE;
}

/**
 * accord_members_read:
 * @self: an empty structure
 * @members: its members
 * @object: JSON
 * @error: return location for %ACCORD_PACK_ERROR_FORMAT or, for a path, %ACCORD_PACK_ERROR_UNSAFE
 *
 * Fills the structure. Members that the table does not have are the caller's.
 *
 * Returns: whether every member is what it may be
 */
gboolean
accord_members_read (gpointer self, const AccordMember *members, JsonObject *object, GError **error)
{
  for (; members->name != NULL; members++)
    if (!read_member (self, members, json_object_get_member (object, members->name), error))
      return FALSE;
  return TRUE;
}
