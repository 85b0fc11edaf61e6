/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pins.h"

#include "error.h"
#include "query-form.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* The setting that holds the pins, in order: an array of objects, each of which is a record, by the
 * identifier that is the same everywhere, or a search with a name. */
#define PINS "pins"

static const char *
text_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                          : NULL;
}

/* What a later version keeps here that this one does not know is left as it is. */
static JsonArray *
read_array (AccordReader *reader)
{
  g_autofree char *json = accord_reader_dup_setting (reader, PINS);
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;

  return root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_array_ref (json_node_get_array (root))
                                                      : json_array_new ();
}

static gboolean
write_array (AccordWriter *writer, JsonArray *array, GError **error)
{
  g_autoptr (JsonNode) root = json_node_init_array (json_node_alloc (), array);
  g_autofree char *json = json_to_string (root, FALSE);

  return accord_writer_set_setting (writer, PINS, json_array_get_length (array) > 0 ? json : NULL, error);
}

static JsonObject *
object_at (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Two searches of one name could not be told apart. */
static char *
dup_search_key (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_strconcat ("search:", folded, NULL);
}

static char *
dup_record_key (const char *kind, const char *uid)
{
  return g_strconcat ("record:", kind, ":", uid, NULL);
}

static char *
dup_key (JsonObject *object)
{
  if (object == NULL)
    return NULL;
  if (text_of (object, "name") != NULL)
    return dup_search_key (text_of (object, "name"));
  if (text_of (object, "kind") != NULL && text_of (object, "uid") != NULL)
    return dup_record_key (text_of (object, "kind"), text_of (object, "uid"));
  return NULL;
}

static int
find_key (JsonArray *array, const char *key)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *there = dup_key (object_at (array, i));

      if (g_strcmp0 (there, key) == 0)
        return (int) i;
    }

  return -1;
}

/* The same array with @node at @position, at the end where that is past it or below nought. */
static JsonArray *
with_element (JsonArray *array, JsonNode *node, int position)
{
  JsonArray *changed = json_array_new ();
  guint length = json_array_get_length (array);
  guint at = position < 0 || (guint) position > length ? length : (guint) position;

  for (guint i = 0; i <= length; i++)
    {
      if (i == at)
        json_array_add_element (changed, json_node_copy (node));
      if (i < length)
        json_array_add_element (changed, json_node_copy (json_array_get_element (array, i)));
    }

  return changed;
}

/* A pin that is there already only moves, and only where a position is asked for. */
static gboolean
put (AccordWriter *writer, JsonObject *object, int position, GError **error)
{
  g_autoptr (JsonArray) array = read_array (accord_writer_get_reader (writer));
  g_autoptr (JsonArray) changed = NULL;
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *key = dup_key (object);
  int there = find_key (array, key);

  if (there >= 0)
    {
      json_array_remove_element (array, (guint) there);
      if (position < 0)
        position = there;
    }
  changed = with_element (array, node, position);

  return write_array (writer, changed, error);
}

static AccordPin *
read_record_pin (AccordReader *reader, JsonObject *object)
{
  AccordSchema *schema = accord_reader_get_schema (reader);
  const char *uid = text_of (object, "uid");
  const AccordKind *kind =
      text_of (object, "kind") != NULL ? accord_schema_find_kind (schema, text_of (object, "kind")) : NULL;
  gint64 id = kind != NULL && uid != NULL ? accord_reader_find (reader, kind, uid, NULL) : 0;
  g_autoptr (AccordRecord) record = id != 0 ? accord_reader_get (reader, kind, id, NULL) : NULL;
  AccordPin *pin;

  if (record == NULL)
    return NULL;

  pin = g_new0 (AccordPin, 1);
  pin->kind = kind;
  pin->id = id;
  pin->title = accord_reader_dup_title (reader, kind, id, NULL);
  pin->deleted = accord_record_get_deleted (record) != NULL;

  return pin;
}

static AccordPin *
read_search_pin (AccordReader *reader, JsonObject *object)
{
  JsonNode *search = json_object_get_member (object, "search");
  g_autofree char *json = search != NULL ? json_to_string (search, FALSE) : NULL;
  g_autoptr (AccordQuery) query =
      json != NULL ? accord_query_new_from_json (accord_reader_get_schema (reader), json, NULL) : NULL;
  AccordPin *pin;

  if (query == NULL)
    return NULL;

  pin = g_new0 (AccordPin, 1);
  pin->kind = accord_query_get_kind (query);
  pin->title = g_strdup (text_of (object, "name"));
  pin->query = g_steal_pointer (&query);

  return pin;
}

static AccordPin *
read_pin (AccordReader *reader, JsonObject *object)
{
  AccordPin *pin;

  if (object == NULL)
    return NULL;
  pin =
      text_of (object, "name") != NULL ? read_search_pin (reader, object) : read_record_pin (reader, object);
  if (pin != NULL)
    pin->key = dup_key (object);

  return pin;
}

void
accord_pin_free (AccordPin *self)
{
  g_free (self->key);
  g_free (self->title);
  g_clear_pointer (&self->query, accord_query_unref);
  g_free (self);
}

/**
 * accord_reader_list_pins:
 * @reader: a reader
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordPin): the pins of the workspace, in their order, those of
 *   deleted records among them; what cannot be read here, such as a search for a field that a later version
 *   has, is left out
 */
GPtrArray *
accord_reader_list_pins (AccordReader *reader, GError **error)
{
  g_autoptr (JsonArray) array = read_array (reader);
  GPtrArray *pins = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pin_free);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      AccordPin *pin = read_pin (reader, object_at (array, i));

      if (pin != NULL)
        g_ptr_array_add (pins, pin);
    }

  return pins;
}

/**
 * accord_reader_find_pin:
 * @reader: a reader
 * @words: the title of a pin, in whatever case, or its number from 1 as accord_reader_list_pins() has them
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the pin that is meant
 */
AccordPin *
accord_reader_find_pin (AccordReader *reader, const char *words, GError **error)
{
  g_autoptr (GPtrArray) pins = accord_reader_list_pins (reader, error);
  g_autofree char *folded = g_utf8_casefold (words, -1);
  guint64 number = 0;

  if (pins == NULL)
    return NULL;
  for (guint i = 0; i < pins->len; i++)
    {
      AccordPin *pin = g_ptr_array_index (pins, i);
      g_autofree char *title = g_utf8_casefold (pin->title != NULL ? pin->title : "", -1);

      if (strcmp (title, folded) == 0)
        return g_ptr_array_steal_index (pins, i);
    }
  if (g_ascii_string_to_unsigned (words, 10, 1, pins->len, &number, NULL))
    return g_ptr_array_steal_index (pins, (guint) number - 1);

  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND, _ ("Nothing pinned is called “%s”."),
               words);
  return NULL;
}

/**
 * accord_writer_pin_record:
 * @writer: an open change
 * @kind: a kind
 * @id: a record of it
 * @position: where among the pins, from 0, or -1 for the end
 * @error: return location for an error
 *
 * Keeps a record at hand.
 *
 * Returns: %FALSE when there is no such record or it cannot be written
 */
gboolean
accord_writer_pin_record (AccordWriter *writer, const AccordKind *kind, gint64 id, int position,
                          GError **error)
{
  g_autoptr (AccordRecord) record = accord_reader_get (accord_writer_get_reader (writer), kind, id, error);
  g_autoptr (JsonObject) object = NULL;

  if (record == NULL)
    return FALSE;

  object = json_object_new ();
  json_object_set_string_member (object, "kind", kind->name);
  json_object_set_string_member (object, "uid", accord_record_get_uid (record));

  return put (writer, object, position, error);
}

static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *words = g_strstrip (g_strdup (name));

  if (*words != '\0')
    return TRUE;
  g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID,
                       _ ("A saved search needs a name."));
  return FALSE;
}

/**
 * accord_writer_pin_search:
 * @writer: an open change
 * @name: what people call the search
 * @query: the search
 * @position: where among the pins, from 0, or -1 for the end
 * @error: return location for an error
 *
 * Keeps a search at hand. One of the same name, in whatever case, is replaced.
 *
 * Returns: %FALSE when @name is empty or it cannot be written
 */
gboolean
accord_writer_pin_search (AccordWriter *writer, const char *name, AccordQuery *query, int position,
                          GError **error)
{
  g_autofree char *json = accord_query_dup_json (query);
  g_autofree char *words = g_strstrip (g_strdup (name));
  g_autoptr (JsonObject) object = NULL;

  if (!check_name (name, error))
    return FALSE;

  object = json_object_new ();
  json_object_set_string_member (object, "name", words);
  json_object_set_member (object, "search", json_from_string (json, NULL));

  return put (writer, object, position, error);
}

static gboolean
fail_gone (GError **error)
{
  g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND,
                       _ ("That is pinned no longer."));
  return FALSE;
}

/**
 * accord_writer_rename_pin:
 * @writer: an open change
 * @key: a saved search
 * @name: what to call it from now on
 * @error: return location for an error
 *
 * Returns: %FALSE when it is gone, @name is empty or another search has it
 */
gboolean
accord_writer_rename_pin (AccordWriter *writer, const char *key, const char *name, GError **error)
{
  g_autoptr (JsonArray) array = read_array (accord_writer_get_reader (writer));
  g_autofree char *words = g_strstrip (g_strdup (name));
  g_autofree char *new_key = dup_search_key (words);
  int there = find_key (array, key);

  if (there < 0 || !g_str_has_prefix (key, "search:"))
    return fail_gone (error);
  if (!check_name (name, error))
    return FALSE;
  if (strcmp (key, new_key) != 0 && find_key (array, new_key) >= 0)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID,
                   _ ("There is a saved search “%s” already."), words);
      return FALSE;
    }

  json_object_set_string_member (object_at (array, (guint) there), "name", words);

  return write_array (writer, array, error);
}

/**
 * accord_writer_move_pin:
 * @writer: an open change
 * @key: a pin
 * @position: where it is to stand among the pins, from 0; past the end means the end
 * @error: return location for an error
 *
 * Returns: %FALSE when it is gone or it cannot be written
 */
gboolean
accord_writer_move_pin (AccordWriter *writer, const char *key, int position, GError **error)
{
  g_autoptr (JsonArray) array = read_array (accord_writer_get_reader (writer));
  int there = find_key (array, key);

  if (there < 0)
    return fail_gone (error);

  return put (writer, object_at (array, (guint) there), MAX (position, 0), error);
}

/**
 * accord_writer_remove_pin:
 * @writer: an open change
 * @key: a pin
 * @error: return location for an error
 *
 * Lets go of a pin; the record itself stays.
 *
 * Returns: %FALSE when it is gone already or it cannot be written
 */
gboolean
accord_writer_remove_pin (AccordWriter *writer, const char *key, GError **error)
{
  g_autoptr (JsonArray) array = read_array (accord_writer_get_reader (writer));
  int there = find_key (array, key);

  if (there < 0)
    return fail_gone (error);

  json_array_remove_element (array, (guint) there);

  return write_array (writer, array, error);
}
