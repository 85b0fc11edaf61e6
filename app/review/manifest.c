/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "manifest.h"

#include "manifest-members.h"

/**
 * accord_pack_manifest_new:
 * @kind: what the pack is for
 *
 * Returns: (transfer full): a manifest of the form that this program writes, without anything in it
 */
AccordPackManifest *
accord_pack_manifest_new (AccordPackKind kind)
{
  AccordPackManifest *self = g_new0 (AccordPackManifest, 1);

  self->format = ACCORD_PACK_FORMAT;
  self->kind = kind;
  self->to = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pack_party_free);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pack_part_free);
  return self;
}

/**
 * accord_pack_manifest_free:
 * @self: (nullable) (transfer full): a manifest
 */
void
accord_pack_manifest_free (AccordPackManifest *self)
{
  if (self == NULL)
    return;
  accord_members_clear (self, accord_manifest_members);
  g_clear_pointer (&self->from, accord_pack_party_free);
  g_clear_pointer (&self->to, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_free (self);
}

/**
 * accord_pack_party_new:
 * @uid: (nullable): uid of the organisation's record
 * @name: what it is called
 *
 * Returns: (transfer full): a party
 */
AccordPackParty *
accord_pack_party_new (const char *uid, const char *name)
{
  AccordPackParty *self = g_new0 (AccordPackParty, 1);

  self->uid = g_strdup (uid);
  self->name = g_strdup (name);
  return self;
}

/**
 * accord_pack_party_free:
 * @self: (nullable) (transfer full): a party
 */
void
accord_pack_party_free (AccordPackParty *self)
{
  if (self == NULL)
    return;
  accord_members_clear (self, accord_party_members);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_free (self);
}

/**
 * accord_pack_part_new:
 * @path: where it is in the pack
 * @size: of it in bytes
 * @digest: its SHA-256, in lower-case hexadecimal digits
 *
 * Returns: (transfer full): a part
 */
AccordPackPart *
accord_pack_part_new (const char *path, gint64 size, const char *digest)
{
  AccordPackPart *self = g_new0 (AccordPackPart, 1);

  self->path = g_strdup (path);
  self->size = size;
  self->digest = g_strdup (digest);
  return self;
}

/**
 * accord_pack_part_free:
 * @self: (nullable) (transfer full): a part
 */
void
accord_pack_part_free (AccordPackPart *self)
{
  if (self == NULL)
    return;
  accord_members_clear (self, accord_part_members);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_free (self);
}

static JsonNode *
several_to_node (GPtrArray *several, const AccordMember *members, gsize unknown)
{
  g_autoptr (JsonArray) array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < several->len; i++)
    json_array_add_object_element (
        array, accord_members_write (several->pdata[i], members,
                                     G_STRUCT_MEMBER (JsonObject *, several->pdata[i], unknown)));
  json_node_set_array (node, array);
  return node;
}

/**
 * accord_pack_manifest_dup_json:
 * @self: a manifest
 *
 * Writes it as JSON for people and programs: the members in the order of the table, then those that were not
 * known when it was read, as they stood.
 *
 * Returns: (transfer full): the text; the same for the same manifest
 */
char *
accord_pack_manifest_dup_json (const AccordPackManifest *self)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "format", self->format);
  json_object_set_string_member (object, "kind", accord_pack_kind_get_nick (self->kind));
  accord_members_add (object, self, accord_manifest_members);
  if (self->from != NULL)
    json_object_set_object_member (
        object, "from", accord_members_write (self->from, accord_party_members, self->from->unknown));
  json_object_set_member (
      object, "to",
      several_to_node (self->to, accord_party_members, G_STRUCT_OFFSET (AccordPackParty, unknown)));
  json_object_set_member (
      object, "parts",
      several_to_node (self->parts, accord_part_members, G_STRUCT_OFFSET (AccordPackPart, unknown)));
  accord_members_add_unknown (object, self->unknown);
  json_node_take_object (root, object);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
