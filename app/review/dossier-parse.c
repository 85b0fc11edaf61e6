/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-private.h"

#include "json-exact.h"
#include "pack-error.h"
#include "uid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LARGEST (64 * 1024 * 1024)
#define MOST_RECORDS 100000
#define MOST_FIELDS 250
#define LONGEST_WORDS 4096

/* Where the reading stands, for whoever is told what is wrong. */
typedef struct
{
  AccordDossier *dossier;
  const char *list;
  guint index;
  const char *uid;
  const char *field;
  GError **error;
} Reading;

/* @what: a sentence without its first word's capital. */
static gboolean
fail_as (const Reading *reading, AccordPackError code, const char *what)
{
  g_autoptr (GString) place = g_string_new (NULL);

  if (reading->list != NULL)
    /* Translators: a place in a file: a list of it, and which of its entries */
    g_string_append_printf (place, _ ("%s, entry %u"), reading->list, reading->index + 1);
  if (reading->uid != NULL)
    g_string_append_printf (place, " (%s)", reading->uid);
  if (reading->field != NULL)
    /* Translators: after a place in a file: a field of a record */
    g_string_append_printf (place, _ (", field “%.80s”"), reading->field);
  if (place->len > 0)
    g_string_append (place, ": ");
  g_set_error (reading->error, ACCORD_PACK_ERROR, code,
               /* Translators: the first %s is empty or a place with a colon, the second says what is wrong */
               _ ("The case cannot be read: %s%s"), place->str, what);
  return FALSE;
}

static gboolean
fail (const Reading *reading, const char *what)
{
  return fail_as (reading, ACCORD_PACK_ERROR_FORMAT, what);
}

static gboolean
fail_member (const Reading *reading, const char *name)
{
  /* Translators: a name in a file */
  g_autofree char *what = g_strdup_printf (_ ("“%s” is missing, or is not what it has to be."), name);

  return fail (reading, what);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
is_uid (const char *text)
{
  return text != NULL && strlen (text) == ACCORD_UID_LENGTH
         && strspn (text, "0123456789ABCDEFGHJKMNPQRSTVWXYZ") == ACCORD_UID_LENGTH;
}

/* Kinds and fields are called "unit-cost", "net_present". */
static gboolean
is_name (const char *text)
{
  const gsize length = text != NULL ? strlen (text) : 0;

  return length > 0 && length <= ACCORD_DOSSIER_LONGEST_NAME && g_ascii_islower (text[0])
         && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-_") == length;
}

/* The members of @object that are none of @known; %NULL where there are none. */
static JsonObject *
take_unknown (JsonObject *object, const char *const *known)
{
  JsonObject *unknown = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    if (!g_strv_contains (known, name))
      {
        if (unknown == NULL)
          unknown = json_object_new ();
        json_object_set_member (unknown, name, json_node_copy (node));
      }
  return unknown;
}

static gboolean
has_revision (const GPtrArray *revisions, const char *revision)
{
  for (guint i = 0; revisions != NULL && i < revisions->len; i++)
    if (g_str_equal (revisions->pdata[i], revision))
      return TRUE;
  return FALSE;
}

/* A list of revisions, each once; %NULL where the member is not there. */
static gboolean
read_revisions (const Reading *reading, JsonObject *object, const char *name, guint most, GPtrArray **list)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array;

  *list = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail_member (reading, name);
  array = json_node_get_array (node);
  if (json_array_get_length (array) > most)
    return fail_as (reading, ACCORD_PACK_ERROR_TOO_LARGE, _ ("it has more writings than can be read."));
  if (json_array_get_length (array) == 0)
    return TRUE;
  *list = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *text =
          JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING
              ? json_node_get_string (element)
              : NULL;

      if (text == NULL || !accord_dossier_is_revision (text))
        return fail_member (reading, name);
      g_ptr_array_add (*list, g_strdup (text));
    }
  accord_dossier_order_revisions (*list);
  if ((*list)->len != json_array_get_length (array))
    return fail (reading, _ ("a writing is named twice."));
  return TRUE;
}

static gboolean
check_descent (const Reading *reading, const AccordDossierField *field)
{
  gboolean twice =
      has_revision (field->also, field->revision) || has_revision (field->before, field->revision);

  for (guint i = 0; field->also != NULL && i < field->also->len; i++)
    twice |= has_revision (field->before, field->also->pdata[i]);
  if (twice)
    return fail (reading, _ ("a writing is named twice."));
  if (field->also != NULL && accord_dossier_compare_revisions (field->revision, field->also->pdata[0]) > 0)
    return fail (reading, _ ("its writings are not in their order."));
  return TRUE;
}

static gboolean
read_descent (const Reading *reading, JsonNode *node, AccordDossierField *field)
{
  static const char *const known[] = { "revision", "also", "before", NULL };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *revision = object != NULL ? get_text (object, "revision") : NULL;

  if (revision == NULL || !accord_dossier_is_revision (revision))
    return fail_member (reading, "revision");
  g_free (field->revision);
  field->revision = g_strdup (revision);
  if (!read_revisions (reading, object, "also", ACCORD_DOSSIER_MOST_ALSO, &field->also)
      || !read_revisions (reading, object, "before", ACCORD_DOSSIER_MOST_BEFORE, &field->before))
    return FALSE;
  field->unknown = take_unknown (object, known);
  return check_descent (reading, field);
}

static gboolean
read_fields (Reading *reading, JsonObject *object, AccordDossierRecord *record)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (json_object_get_size (object) > MOST_FIELDS)
    return fail_as (reading, ACCORD_PACK_ERROR_TOO_LARGE, _ ("it has more fields than can be read."));
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      g_autofree char *value = accord_dossier_spell (node);

      reading->field = name;
      if (!is_name (name))
        return fail (reading, _ ("this is no name of a field."));
      if (g_str_equal (name, ACCORD_DOSSIER_DELETED) && value != NULL && !g_str_equal (value, "true"))
        return fail (reading, _ ("it is neither true nor left out."));
      accord_dossier_record_set_field (record, name,
                                       accord_dossier_field_born (record->kind, record->uid, name, value));
    }
  reading->field = NULL;
  return TRUE;
}

static gboolean
read_descents (Reading *reading, JsonObject *object, AccordDossierRecord *record)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (json_object_get_size (object) > MOST_FIELDS)
    return fail_as (reading, ACCORD_PACK_ERROR_TOO_LARGE, _ ("it has more fields than can be read."));
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      reading->field = name;
      if (!is_name (name))
        return fail (reading, _ ("this is no name of a field."));
      if (!g_hash_table_contains (record->fields, name))
        accord_dossier_record_put (record, name, NULL);
      if (!read_descent (reading, node, g_hash_table_lookup (record->fields, name)))
        return FALSE;
    }
  reading->field = NULL;
  return TRUE;
}

/* The kind and the uid of an entry of a list, which no entry before it has. */
static gboolean
read_identity (Reading *reading, JsonNode *node, const char **kind, const char **uid)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  reading->uid = reading->field = NULL;
  if (object == NULL)
    return fail (reading, _ ("it is not an object with members."));
  *uid = get_text (object, "uid");
  *kind = get_text (object, "kind");
  if (!is_uid (*uid))
    return fail_member (reading, "uid");
  reading->uid = *uid;
  if (!is_name (*kind))
    return fail_member (reading, "kind");
  if (g_hash_table_contains (reading->dossier->records, *uid)
      || g_hash_table_contains (reading->dossier->others, *uid))
    return fail (reading, _ ("there is another of that uid."));
  return TRUE;
}

static gboolean
read_record (Reading *reading, JsonNode *node)
{
  static const char *const known[] = { "kind", "uid", "fields", "descent", NULL };
  const char *kind, *uid;
  AccordDossierRecord *record;
  JsonObject *object;
  JsonNode *fields, *descent;

  if (!read_identity (reading, node, &kind, &uid))
    return FALSE;
  if (g_str_equal (kind, "case") != g_str_equal (uid, reading->dossier->case_uid))
    return fail (reading, _ ("it is another case than the one that this is about."));
  object = json_node_get_object (node);
  fields = json_object_get_member (object, "fields");
  descent = json_object_get_member (object, "descent");
  if (fields == NULL || !JSON_NODE_HOLDS_OBJECT (fields))
    return fail_member (reading, "fields");
  if (descent != NULL && !JSON_NODE_HOLDS_OBJECT (descent))
    return fail_member (reading, "descent");
  record = accord_dossier_take_record (reading->dossier, kind, uid);
  record->unknown = take_unknown (object, known);
  return read_fields (reading, json_node_get_object (fields), record)
         && (descent == NULL || read_descents (reading, json_node_get_object (descent), record));
}

static gboolean
read_other (Reading *reading, JsonNode *node)
{
  static const char *const known[] = { "kind", "uid", "name", "facts", NULL };
  const char *kind, *uid, *name;
  AccordDossierOther *other;
  JsonObject *object;
  JsonNode *facts;

  if (!read_identity (reading, node, &kind, &uid))
    return FALSE;
  object = json_node_get_object (node);
  name = get_text (object, "name");
  facts = json_object_get_member (object, "facts");
  if (json_object_has_member (object, "name") && (name == NULL || strlen (name) > LONGEST_WORDS))
    return fail_member (reading, "name");
  if (facts != NULL && !JSON_NODE_HOLDS_OBJECT (facts))
    return fail_member (reading, "facts");
  other = accord_dossier_take_other (reading->dossier, kind, uid, name);
  other->facts = facts != NULL ? json_node_dup_object (facts) : NULL;
  other->unknown = take_unknown (object, known);
  return TRUE;
}

static gboolean
read_list (Reading *reading, JsonObject *root, const char *name,
           gboolean (*read) (Reading *reading, JsonNode *node))
{
  JsonNode *node = json_object_get_member (root, name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return fail_member (reading, name);
  if (json_array_get_length (array) > MOST_RECORDS)
    return fail_as (reading, ACCORD_PACK_ERROR_TOO_LARGE, _ ("it has more records than can be read."));
  reading->list = name;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      reading->index = i;
      if (!read (reading, json_array_get_element (array, i)))
        return FALSE;
    }
  reading->list = reading->uid = reading->field = NULL;
  return TRUE;
}

static gboolean
read_format (Reading *reading, JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "format");

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) < 1)
    return fail_member (reading, "format");
  if (json_node_get_int (node) > ACCORD_DOSSIER_FORMAT)
    {
      g_set_error_literal (reading->error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_NEWER,
                           _ ("The case was written by a newer Accord, in a form that this one does not "
                              "read."));
      return FALSE;
    }
  if (!is_uid (get_text (root, "case")))
    return fail_member (reading, "case");
  return TRUE;
}

static gboolean
read_root (Reading *reading, JsonObject *root)
{
  static const char *const known[] = { "format", "case", "records", "others", "figures", NULL };
  JsonNode *figures = json_object_get_member (root, "figures");

  if (!read_list (reading, root, "records", read_record) || !read_list (reading, root, "others", read_other))
    return FALSE;
  if (figures != NULL && !JSON_NODE_HOLDS_OBJECT (figures))
    return fail_member (reading, "figures");
  reading->dossier->figures = figures != NULL ? json_node_dup_object (figures) : NULL;
  reading->dossier->unknown = take_unknown (root, known);
  return TRUE;
}

/**
 * accord_dossier_parse:
 * @json: JSON that anybody may have written
 * @length: of @json in bytes, or -1 where it ends with a nul
 * @error: return location for %ACCORD_PACK_ERROR_FORMAT, %ACCORD_PACK_ERROR_TOO_LARGE or
 *   %ACCORD_PACK_ERROR_NEWER, which say the place
 *
 * Returns: (transfer full): the dossier; what it says of members that this program does not know is kept
 */
AccordDossier *
accord_dossier_parse (const char *json, gssize length, GError **error)
{
  const gsize size = length < 0 ? strlen (json) : (gsize) length;
  Reading reading = { .error = error };
  g_autoptr (AccordDossier) self = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (size > LARGEST)
    {
      fail_as (&reading, ACCORD_PACK_ERROR_TOO_LARGE, _ ("it is larger than a case can be."));
      return NULL;
    }
  node = accord_json_exact_read (json, size, ACCORD_DOSSIER_MOST_VALUES, error);
  if (node == NULL)
    {
      g_prefix_error (error, "%s ", _ ("The case cannot be read:"));
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (&reading, _ ("it is not an object with members."));
      return NULL;
    }
  if (!read_format (&reading, json_node_get_object (node)))
    return NULL;
  self = accord_dossier_new (get_text (json_node_get_object (node), "case"));
  reading.dossier = self;
  return read_root (&reading, json_node_get_object (node)) ? g_steal_pointer (&self) : NULL;
}
