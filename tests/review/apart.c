/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apart.h"

#include "pack-error.h"
#include "store/error.h"
#include "zip-maker.h"

#include <string.h>

/* What a program that is wrong, or a person who means harm, might write anywhere. */
static const char *const values[] = {
  "null",
  "true",
  "false",
  "0",
  "-1",
  "1",
  "2147483648",
  "9007199254740993",
  "9223372036854775807",
  "-9223372036854775808",
  "1.5",
  "1e300",
  "\"\"",
  "\" \"",
  "\"x\"",
  "\"0000-00-00\"",
  "\"0001-01-01\"",
  "\"9999-12-31\"",
  "\"2017-02-31\"",
  "\"2017-06-01\"",
  "\"1900-01-01\"",
  "\"<b>bold&\"",
  "\"\\u202elive\\u2066\"",
  "\"a\\u0007b\\u001b[31mc\"",
  "\"two\\nlines\\r\\n\"",
  "\"=1+1\"",
  "[]",
  "{}",
  "[\"\"]",
  "[[[[]]]]",
  "{\"a\":1}",
  "\"{\\\"changes\\\": 5, \\\"figures\\\": []}\"",
  "\"{\\\"changes\\\": \\\"* nothing \u00d7 1e999\\\", \\\"figures\\\": {\\\"npsv\\\": [1, "
  "9223372036854775807]}}\"",
  "\"inf nan 1e9 -1; 0 0\"",
  "\"1.00 2.00 3.00 4.00; 99999999999.00 0.00 1e308 -inf\"",
  "\"net:\"",
  "\"99999999999999999999999999.99\"",
  "\"-0.0000000000000000000000000000001\"",
  "\"economic/appraisal\"",
  "\"2017/18 1e400\\n9999/00 5\"",
  "\"accepted\"",
  "\"returned\"",
  "\"endorsed\"",
  "\"answered\"",
  "\"caveat\"",
  "\"../../../etc/passwd\"",
  "\"javascript:alert(1)\"",
  "\"\xef\xbb\xbf\"",
  "[1, \"two\", null]",
};

static JsonNode *
make_value (GRand *rand)
{
  return json_from_string (values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))], NULL);
}

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

static JsonArray *
get_list (Apart *self, const char *name)
{
  return json_object_get_array_member (json_node_get_object (self->dossier), name);
}

JsonArray *
apart_get_records (Apart *self)
{
  return get_list (self, "records");
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

static guint
below (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint) n);
}

static JsonObject *
pick (Apart *self, GRand *rand, const char *list)
{
  JsonArray *array = get_list (self, list);
  const guint n = json_array_get_length (array);

  return n > 0 ? json_array_get_object_element (array, below (rand, n)) : NULL;
}

static const char *
get_word (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "?";
}

/* A field of the record's kind, or one that no kind has. */
static const char *
pick_field (Apart *self, GRand *rand, JsonObject *record)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, get_word (record, "kind"));

  if (kind == NULL || below (rand, 40) == 0)
    return below (rand, 2) == 0 ? "deleted" : "from-elsewhere";
  return kind->fields[below (rand, kind->n_fields)].name;
}

static const char *
pick_uid (Apart *self, GRand *rand)
{
  JsonObject *record = pick (self, rand, below (rand, 4) == 0 ? "others" : "records");

  return record != NULL ? get_word (record, "uid") : "0";
}

static JsonNode *
make_uids (Apart *self, GRand *rand)
{
  JsonNode *node = json_node_alloc ();
  JsonArray *uids;

  if (below (rand, 2) == 0)
    return json_node_init_string (node, pick_uid (self, rand));
  uids = json_array_new ();
  for (guint i = 0; i < 1 + below (rand, 3); i++)
    json_array_add_string_element (uids, pick_uid (self, rand));
  json_node_init_array (node, uids);
  json_array_unref (uids);
  return node;
}

static JsonObject *
get_fields (JsonObject *record)
{
  JsonNode *node = json_object_get_member (record, "fields");

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
put (Apart *self, JsonObject *record, const char *name, JsonNode *value)
{
  g_autofree char *text = json_to_string (value, FALSE);

  g_string_append_printf (self->done, "%s %s.%s = %.120s; ", get_word (record, "kind"),
                          get_word (record, "uid"), name, text);
  if (get_fields (record) != NULL)
    json_object_set_member (get_fields (record), name, value);
  else
    json_node_unref (value);
}

static void
put_nonsense (Apart *self, GRand *rand, JsonObject *record)
{
  put (self, record, pick_field (self, rand, record), make_value (rand));
}

static void
put_reference (Apart *self, GRand *rand, JsonObject *record)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, get_word (record, "kind"));
  const char *name = pick_field (self, rand, record);

  for (guint i = 0; kind != NULL && i < 20; i++)
    {
      const AccordField *field = accord_kind_get_field (kind, name);

      if (field != NULL && (field->type == ACCORD_FIELD_REFERENCE || field->type == ACCORD_FIELD_REFERENCES))
        break;
      name = pick_field (self, rand, record);
    }
  put (self, record, name, make_uids (self, rand));
}

/* What another field says, which means something else here. */
static void
put_from_elsewhere (Apart *self, GRand *rand, JsonObject *record)
{
  JsonObject *other = pick (self, rand, "records");
  g_autoptr (GList) names = get_fields (other) != NULL ? json_object_get_members (get_fields (other)) : NULL;

  if (names != NULL)
    put (self, record, pick_field (self, rand, record),
         json_node_copy (json_object_get_member (
             get_fields (other), g_list_nth_data (names, below (rand, g_list_length (names))))));
}

static void
leave_out (Apart *self, GRand *rand, JsonObject *record)
{
  const char *name = pick_field (self, rand, record);

  g_string_append_printf (self->done, "%s without %s; ", get_word (record, "uid"), name);
  if (get_fields (record) != NULL && json_object_has_member (get_fields (record), name))
    json_object_remove_member (get_fields (record), name);
}

static void
take_out (Apart *self, GRand *rand, JsonObject *record)
{
  JsonArray *records = apart_get_records (self);
  const guint i = below (rand, json_array_get_length (records));

  (void) record;
  g_string_append_printf (self->done, "without record %u; ", i);
  json_array_remove_element (records, i);
}

static JsonObject *
copy (JsonObject *record)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), record);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr (JsonNode) again = json_from_string (text, NULL);

  return json_node_dup_object (again);
}

/* Once more: under the same uid, or under a new one. */
static void
double_up (Apart *self, GRand *rand, JsonObject *record)
{
  JsonObject *again = copy (record);

  if (below (rand, 4) > 0)
    {
      g_autofree char *uid = g_strdup_printf ("01HOSTILE%017u", g_rand_int (rand) % 1000000u);

      for (char *c = uid; *c != '\0'; c++)
        if (*c == 'I' || *c == 'L' || *c == 'O')
          *c = '0';
      json_object_set_string_member (again, "uid", uid);
      json_object_remove_member (again, "descent");
    }
  g_string_append_printf (self->done, "%s %s again as %s; ", get_word (record, "kind"),
                          get_word (record, "uid"), get_word (again, "uid"));
  json_array_add_object_element (apart_get_records (self), again);
  if (below (rand, 2) == 0)
    put_nonsense (self, rand, again);
  if (below (rand, 2) == 0)
    put_reference (self, rand, again);
}

static void
call_otherwise (Apart *self, GRand *rand, JsonObject *record)
{
  static const char *const kinds[] = { "comment", "review", "caveat",  "case",         "fund",     "version",
                                       "answer",  "body",   "payment", "organisation", "footprint" };
  const char *kind = kinds[below (rand, G_N_ELEMENTS (kinds))];

  if (below (rand, 2) == 0)
    json_object_set_string_member (record, "kind", kind);
  else
    json_object_set_string_member (record, "uid", below (rand, 2) == 0 ? "0" : pick_uid (self, rand));
  g_string_append_printf (self->done, "now called %s %s; ", get_word (record, "kind"),
                          get_word (record, "uid"));
}

static const char *
pick_revision (Apart *self, GRand *rand, JsonObject *record, const char *field, char *made)
{
  const AccordDossierRecord *ours =
      self->ours != NULL ? g_hash_table_lookup (self->ours->records, get_word (record, "uid")) : NULL;
  const AccordDossierField *known = ours != NULL ? g_hash_table_lookup (ours->fields, field) : NULL;

  if (known != NULL && below (rand, 2) == 0)
    return known->revision;
  g_snprintf (made, 64, "%u-%08x%08x%08x%08x", below (rand, 3) == 0 ? 999999999u : 1 + below (rand, 4),
              below (rand, 3), 7u, 7u, 7u);
  return made;
}

/* Descent that it does not have. */
static void
claim_descent (Apart *self, GRand *rand, JsonObject *record)
{
  const char *field = pick_field (self, rand, record);
  JsonObject *descent = json_object_has_member (record, "descent") && below (rand, 2) == 0
                            ? json_object_ref (json_object_get_object_member (record, "descent"))
                            : json_object_new ();
  JsonObject *claim = json_object_new ();
  JsonArray *before = json_array_new ();
  char made[64];

  json_object_set_string_member (claim, "revision", pick_revision (self, rand, record, field, made));
  for (guint i = 0; i < below (rand, 4); i++)
    json_array_add_string_element (before, pick_revision (self, rand, record, field, made));
  json_object_set_array_member (claim, below (rand, 4) == 0 ? "also" : "before", before);
  g_string_append_printf (self->done, "%s.%s claims %s; ", get_word (record, "uid"), field,
                          json_object_get_string_member (claim, "revision"));
  json_object_set_object_member (descent, field, claim);
  json_object_set_object_member (record, "descent", descent);
  if (below (rand, 2) == 0)
    put (self, record, field, make_value (rand));
}

static void
spoil_other (Apart *self, GRand *rand, JsonObject *record)
{
  static const char *const names[] = { "name", "facts", "uid", "kind" };
  JsonObject *other = pick (self, rand, "others");
  JsonObject *facts;

  (void) record;
  if (other == NULL)
    return;
  if (below (rand, 3) == 0)
    {
      json_object_set_member (other, names[below (rand, G_N_ELEMENTS (names))], make_value (rand));
      g_string_append_printf (self->done, "other %s is spoilt; ", get_word (other, "uid"));
      return;
    }
  facts = json_object_new ();
  json_object_set_member (facts, below (rand, 2) == 0 ? "organisation" : "edition", make_uids (self, rand));
  json_object_set_member (facts, below (rand, 2) == 0 ? "type" : "amount", make_value (rand));
  json_object_set_string_member (facts, below (rand, 2) == 0 ? "body" : "item", get_word (other, "uid"));
  json_object_set_object_member (other, "facts", facts);
  g_string_append_printf (self->done, "other %s %s has other facts; ", get_word (other, "kind"),
                          get_word (other, "uid"));
}

static void
spoil_manifest (Apart *self, GRand *rand, JsonObject *record)
{
  static const char *const names[] = { "uid",   "answers", "case",         "case_name",
                                       "stage", "version", "version_name", "version_number",
                                       "made",  "due",     "kind",         "to" };
  static const char *const parties[] = { "uid", "name", "ods_code", "gss_code", "person", "key", "review" };
  JsonObject *root = json_node_get_object (self->manifest);
  JsonObject *from = json_object_get_object_member (root, "from");
  const gboolean of_party = below (rand, 2) == 0;
  JsonObject *object = of_party ? from : root;
  const char *name =
      of_party ? parties[below (rand, G_N_ELEMENTS (parties))] : names[below (rand, G_N_ELEMENTS (names))];

  (void) record;
  if (below (rand, 3) == 0)
    json_object_set_string_member (object, name, pick_uid (self, rand));
  else
    json_object_set_member (object, name, make_value (rand));
  g_string_append_printf (self->done, "manifest’s %s is other; ", name);
}

void
apart_mutate (Apart *self, GRand *rand)
{
  static void (*const ways[]) (Apart *, GRand *, JsonObject *) = {
    put_nonsense,       put_nonsense,  put_nonsense,  put_reference, put_reference,
    put_from_elsewhere, leave_out,     take_out,      double_up,     double_up,
    call_otherwise,     claim_descent, claim_descent, spoil_other,   spoil_manifest
  };
  const guint n = 1 + below (rand, 3);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *record = pick (self, rand, "records");

      if (record != NULL)
        ways[below (rand, G_N_ELEMENTS (ways))](self, rand, record);
    }
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

      if (strcmp (get_word (part, "path"), ACCORD_PACK_CASE) == 0)
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
        accord_pack_part_new (get_word (json_array_get_object_element (parts, i), "path"), 0, NULL));
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
