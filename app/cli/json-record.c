/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-record.h"

#include <string.h>

/**
 * accord_json_decimal:
 * @json: a writer
 * @text: an exact decimal number as a workspace keeps it, such as `-.50`
 *
 * Writes the number as JSON allows it, digit for digit.
 */
void
accord_json_decimal (AccordJson *json, const char *text)
{
  g_autoptr (GString) number = g_string_new (NULL);
  const char *at = text;

  if (*at == '-')
    g_string_append_c (number, *at++);
  while (*at == '0' && g_ascii_isdigit (at[1]))
    at++;
  if (*at == '.')
    g_string_append_c (number, '0');
  g_string_append (number, at);
  if (g_str_has_suffix (number->str, "."))
    g_string_truncate (number, number->len - 1);
  accord_json_raw (json, number->str);
}

static void
write_suffixed_key (AccordJson *json, const char *key, const char *suffix)
{
  g_autofree char *name = g_strconcat (key, suffix, NULL);

  accord_json_key (json, name);
}

static gboolean
write_reference (AccordJson *json, const char *key, const AccordField *field, gint64 id, AccordNames *names,
                 GError **error)
{
  const AccordName *name = NULL;

  if (id != ACCORD_UNKNOWN)
    {
      name = accord_names_get (names, field->target, id, error);
      if (name == NULL)
        return FALSE;
      accord_json_int (json, id);
    }
  else
    accord_json_null (json);
  write_suffixed_key (json, key, "_uid");
  accord_json_string (json, name != NULL ? name->uid : NULL);
  write_suffixed_key (json, key, "_title");
  accord_json_string (json, name != NULL ? name->title : NULL);
  return TRUE;
}

static gboolean
write_names (AccordJson *json, const AccordField *field, const gint64 *ids, gsize n_ids, gboolean titles,
             AccordNames *names, GError **error)
{
  accord_json_begin_array (json);
  for (gsize i = 0; i < n_ids; i++)
    {
      const AccordName *name = accord_names_get (names, field->target, ids[i], error);

      if (name == NULL)
        return FALSE;
      accord_json_string (json, titles ? name->title : name->uid);
    }
  accord_json_end_array (json);
  return TRUE;
}

static gboolean
write_references (AccordJson *json, const char *key, const AccordField *field, const gint64 *ids, gsize n_ids,
                  AccordNames *names, GError **error)
{
  accord_json_begin_array (json);
  for (gsize i = 0; i < n_ids; i++)
    accord_json_int (json, ids[i]);
  accord_json_end_array (json);
  write_suffixed_key (json, key, "_uid");
  if (!write_names (json, field, ids, n_ids, FALSE, names, error))
    return FALSE;
  write_suffixed_key (json, key, "_title");
  return write_names (json, field, ids, n_ids, TRUE, names, error);
}

static void
write_plain (AccordJson *json, AccordRecord *record, guint index)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[index];
  g_autofree char *plain = NULL;

  if (accord_record_is_empty (record, index))
    accord_json_null (json);
  else if (field->type == ACCORD_FIELD_BOOLEAN)
    accord_json_boolean (json, accord_record_peek_int (record, index) == 1);
  else if (field->type == ACCORD_FIELD_PERCENT)
    {
      plain = accord_record_dup_plain (record, index);
      accord_json_decimal (json, plain);
    }
  else if (field->type == ACCORD_FIELD_DECIMAL)
    accord_json_decimal (json, accord_record_peek_text (record, index));
  else if (accord_field_is_text (field))
    accord_json_string (json, accord_record_peek_text (record, index));
  else
    accord_json_int (json, accord_record_peek_int (record, index));
}

static gboolean
write_field (AccordJson *json, AccordRecord *record, guint index, AccordNames *names, GError **error)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[index];
  g_autofree char *key = accord_field_json_key (field);
  const gint64 *ids;
  gsize n_ids;

  accord_json_key (json, key);
  switch (field->type)
    {
    case ACCORD_FIELD_REFERENCE:
      return write_reference (json, key, field, accord_record_peek_int (record, index), names, error);
    case ACCORD_FIELD_REFERENCES:
      ids = accord_record_peek_ids (record, index, &n_ids);
      return write_references (json, key, field, ids, n_ids, names, error);
    default:
      write_plain (json, record, index);
      return TRUE;
    }
}

/**
 * accord_json_fields:
 * @json: a writer inside an object
 * @record: a record
 * @fields: a bit for each field that is wanted
 * @names: the names of what it refers to
 * @error: return location for an error
 *
 * Writes fields as accord_json_record() does.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_json_fields (AccordJson *json, AccordRecord *record, guint64 fields, AccordNames *names,
                    GError **error)
{
  const AccordKind *kind = accord_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((fields >> i & 1) && !write_field (json, record, i, names, error))
      return FALSE;
  return TRUE;
}

/**
 * accord_json_record:
 * @json: a writer
 * @record: a record
 * @names: the names of what it refers to
 * @error: return location for an error
 *
 * Writes a record as one object: its number, uid and dates, then every field under its name in snake_case.
 * Money is in whole pence under a key ending `_pence`, percentages are numbers, a financial year is its
 * starting year, what is not known is `null`. A reference is the number of the record it means, with its uid
 * and title beside it under `…_uid` and `…_title`.
 *
 * Returns: %FALSE with @error set; the object is then unfinished
 */
gboolean
accord_json_record (AccordJson *json, AccordRecord *record, AccordNames *names, GError **error)
{
  accord_json_begin_object (json);
  accord_json_member_int (json, "id", accord_record_get_id (record));
  accord_json_member_string (json, "uid", accord_record_get_uid (record));
  accord_json_member_string (json, "created", accord_record_get_created (record));
  accord_json_member_string (json, "modified", accord_record_get_modified (record));
  if (accord_record_get_deleted (record) != NULL)
    accord_json_member_string (json, "deleted", accord_record_get_deleted (record));
  if (!accord_json_fields (json, record, G_MAXUINT64, names, error))
    return FALSE;
  accord_json_end_object (json);
  return TRUE;
}
