/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apart-private.h"

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

static guint
below (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint) n);
}

static JsonObject *
pick (Apart *self, GRand *rand, const char *list)
{
  JsonArray *array = apart_get_list (self, list);
  const guint n = json_array_get_length (array);

  return n > 0 ? json_array_get_object_element (array, below (rand, n)) : NULL;
}

/* A field of the record's kind, or one that no kind has. */
static const char *
pick_field (Apart *self, GRand *rand, JsonObject *record)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, apart_get_word (record, "kind"));

  if (kind == NULL || below (rand, 40) == 0)
    return below (rand, 2) == 0 ? "deleted" : "from-elsewhere";
  return kind->fields[below (rand, kind->n_fields)].name;
}

static const char *
pick_uid (Apart *self, GRand *rand)
{
  JsonObject *record = pick (self, rand, below (rand, 4) == 0 ? "others" : "records");

  return record != NULL ? apart_get_word (record, "uid") : "0";
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

  g_string_append_printf (self->done, "%s %s.%s = %.120s; ", apart_get_word (record, "kind"),
                          apart_get_word (record, "uid"), name, text);
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
  const AccordKind *kind = accord_schema_find_kind (self->schema, apart_get_word (record, "kind"));
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

  g_string_append_printf (self->done, "%s without %s; ", apart_get_word (record, "uid"), name);
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
  g_string_append_printf (self->done, "%s %s again as %s; ", apart_get_word (record, "kind"),
                          apart_get_word (record, "uid"), apart_get_word (again, "uid"));
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
  g_string_append_printf (self->done, "now called %s %s; ", apart_get_word (record, "kind"),
                          apart_get_word (record, "uid"));
}

static const char *
pick_revision (Apart *self, GRand *rand, JsonObject *record, const char *field, char *made)
{
  const AccordDossierRecord *ours =
      self->ours != NULL ? g_hash_table_lookup (self->ours->records, apart_get_word (record, "uid")) : NULL;
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
  g_string_append_printf (self->done, "%s.%s claims %s; ", apart_get_word (record, "uid"), field,
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
      g_string_append_printf (self->done, "other %s is spoilt; ", apart_get_word (other, "uid"));
      return;
    }
  facts = json_object_new ();
  json_object_set_member (facts, below (rand, 2) == 0 ? "organisation" : "edition", make_uids (self, rand));
  json_object_set_member (facts, below (rand, 2) == 0 ? "type" : "amount", make_value (rand));
  json_object_set_string_member (facts, below (rand, 2) == 0 ? "body" : "item",
                                 apart_get_word (other, "uid"));
  json_object_set_object_member (other, "facts", facts);
  g_string_append_printf (self->done, "other %s %s has other facts; ", apart_get_word (other, "kind"),
                          apart_get_word (other, "uid"));
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
