/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-table.h"

#include "exchange-error.h"
#include "json-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows that were found in a JSON file, and what they are called there. */
typedef struct
{
  GPtrArray *objects;
  GPtrArray *keys;
  char *name;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *self = data;

  g_ptr_array_unref (self->objects);
  g_ptr_array_unref (self->keys);
  g_free (self->name);
  g_free (self);
}

static Rows *
rows_new (const char *name)
{
  Rows *self = g_new0 (Rows, 1);

  self->objects = g_ptr_array_new ();
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->name = g_strdup (name);
  return self;
}

static void
take_array (GPtrArray *found, JsonArray *array, const char *name)
{
  Rows *rows = rows_new (name);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *row = accord_json_get_row (array, i);

      if (row != NULL)
        g_ptr_array_add (rows->objects, row);
    }
  if (rows->objects->len > 0 && rows->objects->len == json_array_get_length (array))
    g_ptr_array_add (found, rows);
  else
    rows_free (rows);
}

static gboolean
has_value (JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *link = members; link != NULL; link = link->next)
    if (JSON_NODE_HOLDS_VALUE (json_object_get_member (object, link->data)))
      return TRUE;
  return FALSE;
}

/* An object whose members are all objects with values is a table by name: {"standard_buildings": {…}, …}. */
static gboolean
take_named (GPtrArray *found, JsonObject *object, const char *name)
{
  g_autoptr (GList) members = json_object_get_members (object);
  Rows *rows;

  for (GList *link = members; link != NULL; link = link->next)
    if (accord_json_get_object (object, link->data) == NULL
        || accord_json_get_array (accord_json_get_object (object, link->data), "entries") != NULL
        || !has_value (accord_json_get_object (object, link->data)))
      return FALSE;
  if (g_list_length (members) < 2)
    return FALSE;
  rows = rows_new (name);
  for (GList *link = members; link != NULL; link = link->next)
    {
      g_ptr_array_add (rows->objects, accord_json_get_object (object, link->data));
      g_ptr_array_add (rows->keys, g_strdup (link->data));
    }
  g_ptr_array_add (found, rows);
  return TRUE;
}

static void
find_rows (GPtrArray *found, JsonObject *object, const char *name)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *link = members; link != NULL; link = link->next)
    {
      const char *member = link->data;
      JsonArray *array = accord_json_get_array (object, member);
      JsonObject *inner = accord_json_get_object (object, member);

      if (array != NULL)
        take_array (found, array, g_str_equal (member, "entries") && name != NULL ? name : member);
      else if (inner != NULL && !take_named (found, inner, member))
        find_rows (found, inner, member);
    }
}

static char *
dup_value (JsonNode *node)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) != G_TYPE_DOUBLE)
    return NULL;
  /* As many digits as a double keeps of what was written. */
  return g_strdup (g_ascii_formatd (number, sizeof number, "%.15g", json_node_get_double (node)));
}

static guint
find_heading (GPtrArray *headings, GHashTable *columns, const char *heading)
{
  gpointer column;

  if (!g_hash_table_lookup_extended (columns, heading, NULL, &column))
    {
      column = GUINT_TO_POINTER (headings->len);
      g_ptr_array_add (headings, g_strdup (heading));
      g_hash_table_insert (columns, g_strdup (heading), column);
    }
  return GPOINTER_TO_UINT (column);
}

static void
set_cell (GPtrArray *cells, guint column, char *value)
{
  if (cells->len <= column)
    g_ptr_array_set_size (cells, (int) column + 1);
  g_free (cells->pdata[column]);
  cells->pdata[column] = value;
}

/* What lies deeper gets the names above it as well: "capex soc". */
static void
fill_cells (JsonObject *object, const char *above, GPtrArray *headings, GHashTable *columns, GPtrArray *cells)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *link = members; link != NULL; link = link->next)
    {
      JsonNode *node = json_object_get_member (object, link->data);
      g_autofree char *heading =
          above != NULL ? g_strdup_printf ("%s %s", above, (char *) link->data) : g_strdup (link->data);

      if (JSON_NODE_HOLDS_OBJECT (node))
        fill_cells (json_node_get_object (node), heading, headings, columns, cells);
      else
        set_cell (cells, find_heading (headings, columns, heading), dup_value (node));
    }
}

static void
add_rows (AccordEditionTable *table, Rows *rows, GPtrArray *headings, GHashTable *columns)
{
  for (guint i = 0; i < rows->objects->len; i++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      AccordEditionRow *row;
      const char *key = i < rows->keys->len ? rows->keys->pdata[i] : NULL;

      row = accord_edition_table_add_row (
          table, key != NULL ? g_strdup_printf (_ ("“%s”"), key)
                             : g_strdup_printf (_ ("Entry %u of “%s”"), i + 1, rows->name));
      if (key != NULL)
        set_cell (cells, find_heading (headings, columns, "code"), g_strdup (key));
      fill_cells (rows->objects->pdata[i], NULL, headings, columns, cells);
      for (guint j = 0; j < cells->len; j++)
        accord_edition_row_add (row, cells->pdata[j], -1);
    }
}

/* Rows of one form share most of their members; each may leave some out. */
static gboolean
is_alike (Rows *longest, Rows *other)
{
  g_autoptr (GList) members = json_object_get_members (other->objects->pdata[0]);
  guint n_shared = 0, n = 0;

  if ((longest->keys->len > 0) != (other->keys->len > 0))
    return FALSE;
  for (GList *link = members; link != NULL; link = link->next, n++)
    n_shared += json_object_has_member (longest->objects->pdata[0], link->data);
  return 2 * n_shared > n;
}

/* The longest table of the file, with those that are of its form. */
static void
take_rows (AccordEditionTable *table, GPtrArray *found)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AccordEditionRow *head = accord_edition_table_add_row (table, g_strdup (_ ("The JSON")));
  Rows *longest = NULL;

  for (guint i = 0; i < found->len; i++)
    if (longest == NULL || ((Rows *) found->pdata[i])->objects->len > longest->objects->len)
      longest = found->pdata[i];
  for (guint i = 0; i < found->len; i++)
    if (is_alike (longest, found->pdata[i]))
      add_rows (table, found->pdata[i], headings, columns);
  for (guint i = 0; i < headings->len; i++)
    accord_edition_row_add (head, headings->pdata[i], -1);
}

static char *
dup_first (JsonObject *root, const char *const *members)
{
  for (guint i = 0; members[i] != NULL; i++)
    {
      const char *text = accord_json_get_text (root, members[i]);
      gint64 number;

      if (text != NULL)
        return g_strstrip (g_strdup (text));
      if (accord_json_get_whole (root, members[i], &number))
        return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
  return NULL;
}

/* "The Green Book 2026" of "2026" says its date already. */
static char *
dup_edition (JsonObject *root, JsonObject *source)
{
  static const char *const stated[] = { "edition", "version", "release", NULL };
  static const char *const publication[] = { "publication", "edition", "version", "title", NULL };
  static const char *const date[] = { "date", "published", NULL };
  char *edition = dup_first (root, stated);
  g_autofree char *title = NULL, *day = NULL;

  if (edition != NULL || source == NULL)
    return edition;
  title = dup_first (source, publication);
  day = dup_first (source, date);
  if (title != NULL && day != NULL && strstr (title, day) == NULL)
    return g_strdup_printf ("%s, %s", title, day);
  return g_strdup (title != NULL ? title : day);
}

static void
take_facts (AccordEditionTable *table, JsonObject *root)
{
  static const char *const names[] = { "name", "label", "title", NULL };
  static const char *const sources[] = { "source", "database", "parameter", NULL };
  static const char *const publishers[] = { "publisher", "author", NULL };
  static const char *const addresses[] = { "address", "url", "link", NULL };
  static const char *const licences[] = { "licence", "license", NULL };
  static const char *const days[] = { "published", "date", NULL };
  static const char *const years[] = { "price_year", "price_base_year", "price_base", NULL };
  JsonObject *source = accord_json_get_object (root, "source");
  JsonObject *content = accord_json_get_object (root, "content");

  table->name = dup_first (root, names);
  if (table->name == NULL)
    table->name = dup_first (root, sources);
  table->edition = dup_edition (root, source);
  table->publisher = dup_first (root, publishers);
  table->address = dup_first (root, addresses);
  table->licence = dup_first (root, licences);
  table->published = dup_first (root, days);
  table->sort = g_strdup (accord_json_get_text (root, "sort"));
  table->price_year = dup_first (root, years);
  table->code = g_strdup (accord_json_get_text (root, "code"));
  table->note = g_strdup (accord_json_get_text (root, "note"));
  if (source != NULL && table->publisher == NULL)
    table->publisher = dup_first (source, publishers);
  if (source != NULL && table->address == NULL)
    table->address = dup_first (source, addresses);
  if (source != NULL && table->published == NULL)
    table->published = dup_first (source, days);
  if (content != NULL && table->sort != NULL)
    table->own = json_to_string (json_object_get_member (root, "content"), FALSE);
}

/**
 * accord_edition_table_read_json:
 * @text: a file
 * @length: of @text in bytes
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): its longest table of objects and what the file says of itself; %NULL
 * where it has none or is no JSON
 */
AccordEditionTable *
accord_edition_table_read_json (const char *text, gsize length, GError **error)
{
  const gsize blanks = strspn (text, " \t\r\n");
  g_autofree char *wrapped = blanks < length && text[blanks] == '['
                                 ? g_strdup_printf ("{\"entries\":%.*s}", (int) length, text)
                                 : NULL;
  g_autoptr (JsonParser) parser = wrapped != NULL ? accord_json_read (wrapped, -1, error)
                                                  : accord_json_read (text, (gssize) length, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (rows_free);
  g_autoptr (AccordEditionTable) table = NULL;
  JsonObject *root;

  if (parser == NULL)
    return NULL;
  root = json_node_get_object (json_parser_get_root (parser));
  table = accord_edition_table_new ();
  take_facts (table, root);
  if (table->own != NULL)
    return g_steal_pointer (&table);
  find_rows (found, root, NULL);
  if (found->len == 0)
    {
      g_set_error_literal (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                           _ ("The JSON holds no table of figures."));
      return NULL;
    }
  take_rows (table, found);
  return g_steal_pointer (&table);
}
