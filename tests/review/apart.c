/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apart-private.h"

#include "pack-error.h"
#include "store/error.h"
#include "zip-maker.h"

#include <string.h>

static JsonNode *
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                              &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

Apart *
apart_new (AccordPack *pack, Travel *travel, AccordWorkspace *ours)
{
  Apart *self = g_new0 (Apart, 1);
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  g_autofree char *json = accord_pack_manifest_dup_json (manifest);

  self->manifest = json_from_string (json, NULL);
  self->dossier = parse (accord_pack_get_case (pack));
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->ours = ours != NULL ? travel_read (ours, travel_case (ours)) : NULL;
  self->schema = travel->schema;
  self->done = g_string_new (NULL);
  for (guint i = 0; i < manifest->parts->len; i++)
    {
      g_autoptr (GFile) part = accord_pack_get_part (pack, i);

      g_ptr_array_add (self->parts, g_file_load_bytes (part, NULL, NULL, NULL));
    }
  return self;
}

void
apart_free (Apart *self)
{
  json_node_unref (self->manifest);
  json_node_unref (self->dossier);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->ours, accord_dossier_free);
  g_ptr_array_unref (self->parts);
  g_string_free (self->done, TRUE);
  g_free (self);
}

JsonArray *
apart_get_list (Apart *self, const char *name)
{
  return json_object_get_array_member (json_node_get_object (self->dossier), name);
}

JsonArray *
apart_get_records (Apart *self)
{
  return apart_get_list (self, "records");
}

JsonObject *
apart_find (Apart *self, const char *kind)
{
  JsonArray *records = apart_get_records (self);

  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *record = json_array_get_object_element (records, i);

      if (g_strcmp0 (json_object_get_string_member (record, "kind"), kind) == 0)
        return record;
    }
  return NULL;
}

const char *
apart_get_word (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "?";
}

static GBytes *
dup_bytes (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  return g_bytes_new (text, strlen (text));
}

/* Sizes and sums are always right: what is wrong is what the parts say. */
static void
settle_parts (Apart *self)
{
  JsonArray *parts = json_object_get_array_member (json_node_get_object (self->manifest), "parts");

  for (guint i = 0; i < json_array_get_length (parts); i++)
    {
      JsonObject *part = json_array_get_object_element (parts, i);
      g_autofree char *digest = NULL;

      if (strcmp (apart_get_word (part, "path"), ACCORD_PACK_CASE) == 0)
        {
          g_bytes_unref (self->parts->pdata[i]);
          self->parts->pdata[i] = self->text != NULL ? g_bytes_ref (self->text) : dup_bytes (self->dossier);
        }
      digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->parts->pdata[i]);
      json_object_set_int_member (part, "size", (gint64) g_bytes_get_size (self->parts->pdata[i]));
      json_object_set_string_member (part, "sha256", digest);
    }
}

/* A part's path is needed for as long as the zip is made. */
static void
add_parts (Apart *self, AccordPackManifest *manifest)
{
  JsonArray *parts = json_object_get_array_member (json_node_get_object (self->manifest), "parts");

  for (guint i = 0; i < json_array_get_length (parts); i++)
    g_ptr_array_add (
        manifest->parts,
        accord_pack_part_new (apart_get_word (json_array_get_object_element (parts, i), "path"), 0, NULL));
}

AccordPack *
apart_sign (Apart *self, Travel *travel, AccordKeyPair *signer, GError **error)
{
  g_autoptr (AccordPackManifest) parts = accord_pack_manifest_new (ACCORD_PACK_RESPONSE);
  Packing packing = { .pair = signer, .manifest = parts, .parts = self->parts };
  g_autofree MadeFile *files = g_new0 (MadeFile, 3 + self->parts->len);
  g_autoptr (GFile) file = travel_file (travel, "again.accordpack");
  g_autofree char *path = g_file_get_path (file), *json = NULL;
  const MadeEnd end = { NULL };
  g_autoptr (GBytes) zip = NULL;
  guint n_files;

  settle_parts (self);
  add_parts (self, parts);
  json = json_to_string (self->manifest, TRUE);
  n_files = made_from (&packing, json, signer, files);
  for (guint i = 3; i < n_files; i++)
    {
      files[i].method = 8;
      files[i].packed = zip_deflate (files[i].bytes);
    }
  zip = zip_make (files, n_files, &end);
  made_clear (files, n_files);
  g_assert_true (
      g_file_set_contents (path, g_bytes_get_data (zip, NULL), (gssize) g_bytes_get_size (zip), NULL));
  return accord_pack_read (file, NULL, NULL, NULL, NULL, error);
}

/* One sentence for people, in which no letter turns a terminal's or a page's order about. */
void
apart_assert_told (const GError *error, const Apart *apart)
{
  g_test_message ("%s %s", error->message, apart->done->str);
  g_assert_true (error->domain == ACCORD_PACK_ERROR || error->domain == ACCORD_STORE_ERROR);
  g_assert_true (error->domain != ACCORD_STORE_ERROR || error->code != ACCORD_STORE_ERROR_FAILED);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (strlen (error->message), <, 1000);
  for (const char *c = error->message; *c != '\0'; c = g_utf8_next_char (c))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (c)));
}
