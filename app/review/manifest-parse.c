/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-exact.h"
#include "manifest-members.h"
#include "pack-error.h"
#include "pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a thousand parts and a thousand that it is for, with room for what a later form adds. */
#define MOST_VALUES 100000

/* The next version has one more, and people say it aloud. */
#define HIGHEST_VERSION 99999

static gboolean
fail (GError **error, AccordPackError code, const char *why)
{
  g_set_error_literal (error, ACCORD_PACK_ERROR, code, why);
  return FALSE;
}

static gboolean
is_known (const char *name, const AccordMember *members, const char *const *others)
{
  for (; members->name != NULL; members++)
    if (g_str_equal (members->name, name))
      return TRUE;
  return others != NULL && g_strv_contains (others, name);
}

static JsonObject *
dup_unknown (JsonObject *object, const AccordMember *members, const char *const *others)
{
  g_autoptr (JsonObject) unknown = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!is_known (name, members, others))
      json_object_set_member (unknown, name, json_node_copy (node));
  return json_object_get_size (unknown) > 0 ? g_steal_pointer (&unknown) : NULL;
}

static gboolean
read_part (JsonObject *object, AccordPackManifest *self, GError **error)
{
  g_autoptr (AccordPackPart) part = accord_pack_part_new (NULL, 0, NULL);

  if (!accord_members_read (part, accord_part_members, object, error))
    return FALSE;
  part->unknown = dup_unknown (object, accord_part_members, NULL);
  g_ptr_array_add (self->parts, g_steal_pointer (&part));
  return TRUE;
}

static AccordPackParty *
read_party (JsonObject *object, GError **error)
{
  g_autoptr (AccordPackParty) party = accord_pack_party_new (NULL, NULL);

  if (!accord_members_read (party, accord_party_members, object, error))
    return NULL;
  party->unknown = dup_unknown (object, accord_party_members, NULL);
  return g_steal_pointer (&party);
}

static gboolean
read_to (JsonObject *object, AccordPackManifest *self, GError **error)
{
  AccordPackParty *party = read_party (object, error);

  if (party != NULL)
    g_ptr_array_add (self->to, party);
  return party != NULL;
}

/* An array of objects, each of which is read by @read. */
static gboolean
read_several (JsonObject *object, const char *name, AccordPackManifest *self,
              gboolean (*read) (JsonObject *, AccordPackManifest *, GError **), GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array != NULL && json_array_get_length (array) > ACCORD_PACK_MAX_PARTS)
    return fail (error, ACCORD_PACK_ERROR_TOO_LARGE, _ ("the manifest lists more than a pack may have."));
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        array = NULL;
      else if (!read (json_node_get_object (element), self, error))
        return FALSE;
    }
  if (array != NULL)
    return TRUE;
  g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
               _ ("the manifest's “%s” is not what it should be."), name);
  return FALSE;
}

/* One list of parts, one file each, and no more of it all than a pack may have. */
static gboolean
check_parts (const AccordPackManifest *self, GError **error)
{
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 total = 0;
  gboolean has_case = FALSE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const AccordPackPart *part = self->parts->pdata[i];

      /* On some systems letters of either size are one name. */
      if (!g_hash_table_add (met, g_ascii_strdown (part->path, -1)))
        return fail (error, ACCORD_PACK_ERROR_UNSAFE, _ ("the manifest lists two parts of one name."));
      if (part->size > ACCORD_PACK_MAX_SIZE - total)
        return fail (error, ACCORD_PACK_ERROR_TOO_LARGE, _ ("its parts are larger than a pack may be."));
      total += part->size;
      if (!g_str_equal (part->path, ACCORD_PACK_CASE))
        continue;
      has_case = TRUE;
      if (part->size > ACCORD_PACK_MAX_CASE)
        return fail (error, ACCORD_PACK_ERROR_TOO_LARGE, _ ("its case is larger than one may be."));
    }
  if (g_hash_table_contains (met, "mimetype") || g_hash_table_contains (met, "manifest.json")
      || g_hash_table_contains (met, "manifest.json.minisig"))
    return fail (error, ACCORD_PACK_ERROR_UNSAFE, _ ("the manifest lists itself among the parts."));
  return has_case || fail (error, ACCORD_PACK_ERROR_FORMAT, _ ("the manifest lists no case."));
}

/* Before anything else, for a later form may say all else in other ways. */
static gboolean
read_format (JsonObject *object, AccordPackManifest *self, GError **error)
{
  JsonNode *node = json_object_get_member (object, "format");
  const gint64 format =
      node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
          ? json_node_get_int (node)
          : 0;

  if (format < 1)
    return fail (error, ACCORD_PACK_ERROR_FORMAT, _ ("the manifest does not say in which form it is."));
  if (format > ACCORD_PACK_FORMAT)
    {
      g_set_error (
          error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_NEWER,
          _ ("it was written by a newer Accord, in form %u, and this one reads packs up to form %d."),
          (guint) MIN (format, G_MAXINT), ACCORD_PACK_FORMAT);
      return FALSE;
    }
  self->format = (guint) format;
  return TRUE;
}

static gboolean
read_kind (JsonObject *object, AccordPackManifest *self, GError **error)
{
  JsonNode *node = json_object_get_member (object, "kind");
  const char *kind =
      node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
          ? json_node_get_string (node)
          : "";

  for (AccordPackKind known = ACCORD_PACK_REQUEST; known <= ACCORD_PACK_RESPONSE; known++)
    if (g_str_equal (kind, accord_pack_kind_get_nick (known)))
      {
        self->kind = known;
        return TRUE;
      }
  return fail (error, ACCORD_PACK_ERROR_FORMAT,
               _ ("the manifest does not say whether it is a request or a response."));
}

static gboolean
read_from (JsonObject *object, AccordPackManifest *self, GError **error)
{
  JsonNode *node = json_object_get_member (object, "from");

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, ACCORD_PACK_ERROR_FORMAT, _ ("the manifest does not say who it is from."));
  self->from = read_party (json_node_get_object (node), error);
  return self->from != NULL;
}

static gboolean
read_whole (JsonObject *object, AccordPackManifest *self, GError **error)
{
  static const char *const others[] = { "format", "kind", "from", "to", "parts", NULL };

  if (!read_format (object, self, error) || !read_kind (object, self, error)
      || !accord_members_read (self, accord_manifest_members, object, error)
      || !read_from (object, self, error) || !read_several (object, "to", self, read_to, error)
      || !read_several (object, "parts", self, read_part, error) || !check_parts (self, error))
    return FALSE;
  if (self->version_number > HIGHEST_VERSION)
    return fail (error, ACCORD_PACK_ERROR_FORMAT,
                 _ ("the manifest gives the version a higher number than one has."));
  if (self->kind == ACCORD_PACK_RESPONSE && self->answers == NULL)
    return fail (error, ACCORD_PACK_ERROR_FORMAT, _ ("the manifest does not say what it answers."));
  self->unknown = dup_unknown (object, accord_manifest_members, others);
  return TRUE;
}

/**
 * accord_pack_manifest_parse:
 * @json: the text of a manifest, which somebody else wrote
 * @length: of @json in bytes, or -1
 * @error: return location for an #AccordPackError
 *
 * Reads a manifest. What this program does not know is kept; what it does know is held to what it may be:
 * uids are letters and digits, paths stay where they are, sizes and counts are within those of a pack.
 *
 * Returns: (transfer full): the manifest, or %NULL
 */
AccordPackManifest *
accord_pack_manifest_parse (const char *json, gssize length, GError **error)
{
  g_autoptr (AccordPackManifest) self = accord_pack_manifest_new (ACCORD_PACK_REQUEST);
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  if (length < 0)
    length = (gssize) strlen (json);
  if (length > ACCORD_PACK_MAX_MANIFEST)
    {
      fail (error, ACCORD_PACK_ERROR_TOO_LARGE, _ ("the manifest is larger than one may be."));
      return NULL;
    }
  root = accord_json_exact_read (json, (gsize) length, MOST_VALUES, error);
  if (root == NULL)
    {
      /* Translators: a line of the manifest, and what is wrong there, follow. */
      g_prefix_error (error, "%s, ", _ ("the manifest cannot be read"));
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (error, ACCORD_PACK_ERROR_FORMAT, _ ("the manifest is not an object."));
      return NULL;
    }
  return read_whole (json_node_get_object (root), self, error) ? g_steal_pointer (&self) : NULL;
}
