/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "facts-private.h"

#include "exchange-error.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define PENCE "-pence"

/**
 * accord_fact_fail:
 * @self: a fact
 * @field: (nullable): the field that is wrong, unless @message names it
 * @error: return location for an error
 * @message: what is wrong, a sentence
 *
 * Sets %ACCORD_EXCHANGE_ERROR_FACTS with a sentence that names the file, the key and the field.
 *
 * Returns: %FALSE
 */
gboolean
accord_fact_fail (AccordFact *self, const AccordField *field, GError **error, const char *message)
{
  if (field != NULL)
    g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_FACTS, "%s, “%s”: %s: %s", self->file,
                 self->key, _ (field->label), message);
  else
    g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_FACTS, "%s, “%s”: %s", self->file,
                 self->key, message);
  return FALSE;
}

/**
 * accord_fact_fail_from:
 * @self: a fact
 * @field: (nullable): the field that is wrong, unless @cause names it
 * @error: return location for an error
 * @cause: (transfer full): what went wrong
 *
 * Puts the file and the key before the words of @cause, and leaves its domain and code as they are: a full
 * disk stays a full disk.
 *
 * Returns: %FALSE
 */
gboolean
accord_fact_fail_from (AccordFact *self, const AccordField *field, GError **error, GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  if (field != NULL)
    g_prefix_error (&cause, "%s, “%s”: %s: ", self->file, self->key, _ (field->label));
  else
    g_prefix_error (&cause, "%s, “%s”: ", self->file, self->key);
  g_propagate_error (error, cause);
  return FALSE;
}

/* The strings of an array, or the one string; NULL when it is anything else. */
static GStrv
dup_words (JsonNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_strv_builder_add (builder, json_node_get_string (node));
      return g_strv_builder_end (builder);
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING)
        return NULL;
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  return g_strv_builder_end (builder);
}

static gboolean
set_references (AccordFact *self, guint index, JsonNode *node, GError **error)
{
  const AccordField *field = &accord_record_get_kind (self->record)->fields[index];
  AccordFactReference reference = { index, NULL };
  g_auto (GStrv) words = dup_words (node);

  if (words == NULL)
    return accord_fact_fail (self, field, error, _ ("Expected the key of another fact."));
  if (field->type == ACCORD_FIELD_REFERENCE && g_strv_length (words) != 1)
    return accord_fact_fail (self, field, error, _ ("Expected one key."));
  if (words[0] == NULL)
    return TRUE;
  reference.words = g_steal_pointer (&words);
  g_array_append_val (self->references, reference);
  return TRUE;
}

static gboolean
set_long_text (AccordFact *self, guint index, JsonNode *node, GError **error)
{
  const AccordField *field = &accord_record_get_kind (self->record)->fields[index];
  g_auto (GStrv) lines = dup_words (node);
  g_autofree char *text = NULL;

  if (lines == NULL)
    return accord_fact_fail (self, field, error, _ ("Expected text, or an array of its lines."));
  text = g_strjoinv ("\n", lines);
  accord_record_put_text (self->record, index, text, -1);
  return TRUE;
}

static gboolean
set_pence (AccordFact *self, guint index, JsonNode *node, GError **error)
{
  const AccordField *field = &accord_record_get_kind (self->record)->fields[index];

  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return accord_fact_fail (self, field, error, _ ("Expected whole pence, as a number."));
  accord_record_put_int (self->record, index, json_node_get_int (node));
  return TRUE;
}

static gboolean
set_plain (AccordFact *self, guint index, JsonNode *node, GError **error)
{
  const AccordField *field = &accord_record_get_kind (self->record)->fields[index];
  GType type = json_node_get_value_type (node);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *text = buffer;
  GError *cause = NULL;

  if (type == G_TYPE_STRING)
    text = json_node_get_string (node);
  else if (type == G_TYPE_BOOLEAN && field->type == ACCORD_FIELD_BOOLEAN)
    text = json_node_get_boolean (node) ? "true" : "false";
  else if (field->type == ACCORD_FIELD_MONEY && (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE))
    return accord_fact_fail (self, field, error,
                             _ ("A bare number says neither pounds nor pence; write text, or add _pence."));
  else if (accord_field_is_text (field) && field->type != ACCORD_FIELD_DECIMAL)
    return accord_fact_fail (self, field, error, _ ("Expected text."));
  else if (type == G_TYPE_INT64)
    g_snprintf (buffer, sizeof buffer, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (type == G_TYPE_DOUBLE)
    g_ascii_dtostr (buffer, sizeof buffer, json_node_get_double (node));
  else
    return accord_fact_fail (self, field, error, _ ("Expected text or a number."));

  if (!accord_record_parse_field (self->record, index, text, &cause))
    return accord_fact_fail_from (self, NULL, error, cause);
  return TRUE;
}

static gboolean
is_stated (AccordFact *self, guint index)
{
  for (guint i = 0; i < self->references->len; i++)
    if (g_array_index (self->references, AccordFactReference, i).field == index)
      return TRUE;
  if (accord_record_get_kind (self->record)->fields[index].type == ACCORD_FIELD_BOOLEAN)
    return accord_record_peek_int (self->record, index) == 1;
  return !accord_record_is_empty (self->record, index);
}

/* The field that a member of the object states, or -1; "amount_pence" is the field "amount". */
static int
find_field (const AccordKind *kind, const char *member, gboolean *pence)
{
  g_autofree char *name = g_strdelimit (g_strdup (member), "_", '-');
  int index = accord_kind_find_field (kind, name);

  *pence = FALSE;
  if (index >= 0 || !g_str_has_suffix (name, PENCE))
    return index;
  name[strlen (name) - strlen (PENCE)] = '\0';
  index = accord_kind_find_field (kind, name);
  *pence = index >= 0 && kind->fields[index].type == ACCORD_FIELD_MONEY;
  return *pence ? index : -1;
}

/**
 * accord_fact_set:
 * @self: a fact
 * @member: name of the object's member
 * @node: (type JsonNode): its value
 * @error: return location for an error
 *
 * Sets the field that @member names. References are only noted, since what they name may come later.
 *
 * Returns: %FALSE with a sentence that names file, key and field
 */
gboolean
accord_fact_set (AccordFact *self, const char *member, gpointer node, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (self->record);
  g_autofree char *message = NULL;
  gboolean pence;
  int index = find_field (kind, member, &pence);

  if (index < 0)
    {
      /* Translators: the first %s is a name in a file, the second a kind of record such as “fund”. */
      message = g_strdup_printf (_ ("“%s” is no field of the kind “%s”."), member, kind->name);
      return accord_fact_fail (self, NULL, error, message);
    }
  if (is_stated (self, index))
    return accord_fact_fail (self, &kind->fields[index], error, _ ("This is stated twice."));
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (pence)
    return set_pence (self, index, node, error);

  switch (kind->fields[index].type)
    {
    case ACCORD_FIELD_REFERENCE:
    case ACCORD_FIELD_REFERENCES:
      return set_references (self, index, node, error);
    case ACCORD_FIELD_LONG_TEXT:
      return set_long_text (self, index, node, error);
    default:
      return set_plain (self, index, node, error);
    }
}
