/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/option-change.h"

#include "editions.h"
#include "today.h"
#include "financial-year.h"

#include <glib/gi18n-lib.h>

#define USUAL_HORIZON 10

AccordOptionChange *
accord_option_change_new (AccordOptionDeed deed, gint64 business_case, gint64 option)
{
  AccordOptionChange *self = g_new0 (AccordOptionChange, 1);

  self->deed = deed;
  self->business_case = business_case;
  self->option = option;
  return self;
}

void
accord_option_change_free (AccordOptionChange *self)
{
  g_free (self->name);
  g_free (self->comparator);
  g_free (self);
}

static const AccordKind *
find_kind (AccordWriter *writer, const char *name)
{
  return accord_schema_find_kind (accord_reader_get_schema (accord_writer_get_reader (writer)), name);
}

static GPtrArray *
list (AccordWriter *writer, const char *kind_name, const char *field, gint64 id, GError **error)
{
  const AccordKind *kind = find_kind (writer, kind_name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_set_sort (query, -1, FALSE);
  accord_query_add_number (query, (guint) accord_kind_find_field (kind, field), ACCORD_OPERATOR_EQUAL, id);
  return accord_reader_list (accord_writer_get_reader (writer), query, error);
}

/* A new record that says the same, of another owner. */
static AccordRecord *
copy_record (AccordRecord *record, const char *field, gint64 owner)
{
  const AccordKind *kind = accord_record_get_kind (record);
  AccordRecord *copy = accord_record_new (kind);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (kind->fields[i].flags & ACCORD_FIELD_DERIVED)
        continue;
      g_object_get_property (G_OBJECT (record), kind->fields[i].name, &value);
      g_object_set_property (G_OBJECT (copy), kind->fields[i].name, &value);
    }
  if (field != NULL)
    accord_record_set_int (copy, field, owner);
  return copy;
}

static gboolean
copy_gains (AccordWriter *writer, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GPtrArray) gains = list (writer, "gain", "outcome", from, error);

  for (guint i = 0; gains != NULL && i < gains->len; i++)
    {
      g_autoptr (AccordRecord) copy = copy_record (gains->pdata[i], "outcome", to);

      if (!accord_writer_insert (writer, copy, error))
        return FALSE;
    }
  return gains != NULL;
}

static gboolean
copy_lines (AccordWriter *writer, const char *kind, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GPtrArray) lines = list (writer, kind, "option", from, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      g_autoptr (AccordRecord) copy = copy_record (lines->pdata[i], "option", to);

      if (!accord_writer_insert (writer, copy, error)
          || (g_str_equal (kind, "outcome")
              && !copy_gains (writer, accord_record_get_id (lines->pdata[i]), accord_record_get_id (copy),
                              error)))
        return FALSE;
    }
  return lines != NULL;
}

static gboolean
add (AccordWriter *writer, const AccordOptionChange *self, GError **error)
{
  g_autoptr (AccordRecord) option = accord_record_new (find_kind (writer, "option"));

  accord_record_fill_in (option);
  accord_record_set_text (option, "name", self->name);
  accord_record_set_int (option, "case", self->business_case);
  return accord_writer_insert (writer, option, error);
}

/* The copy is one more way to be weighed: neither preferred nor what is measured against. */
static gboolean
duplicate (AccordWriter *writer, const AccordOptionChange *self, GError **error)
{
  g_autoptr (AccordRecord) option = accord_reader_get (accord_writer_get_reader (writer),
                                                       find_kind (writer, "option"), self->option, error);
  g_autoptr (AccordRecord) copy = option != NULL ? copy_record (option, NULL, 0) : NULL;
  gint64 id;

  if (copy == NULL)
    return FALSE;
  accord_record_set_text (copy, "name", self->name);
  accord_record_set_text (copy, "letter", NULL);
  accord_record_set_text (copy, "comparator", NULL);
  accord_record_set_boolean (copy, "preferred", FALSE);
  if (!accord_writer_insert (writer, copy, error))
    return FALSE;
  id = accord_record_get_id (copy);
  return copy_lines (writer, "cost", self->option, id, error)
         && copy_lines (writer, "outcome", self->option, id, error);
}

static gboolean
delete_all (AccordWriter *writer, const char *kind, const char *field, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) records = list (writer, kind, field, id, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gint64 one = accord_record_get_id (records->pdata[i]);

      if (g_str_equal (kind, "outcome") && !delete_all (writer, "gain", "outcome", one, error))
        return FALSE;
      if (!accord_writer_delete (writer, find_kind (writer, kind), one, error))
        return FALSE;
    }
  return records != NULL;
}

static gboolean delete (AccordWriter *writer, const AccordOptionChange *self, GError **error)
{
  return delete_all (writer, "cost", "option", self->option, error)
         && delete_all (writer, "outcome", "option", self->option, error)
         && accord_writer_delete (writer, find_kind (writer, "option"), self->option, error);
}

/* Of what only one option of a case can be, the others are no more. */
static gboolean
mark (AccordWriter *writer, const AccordOptionChange *self, GError **error)
{
  g_autoptr (GPtrArray) options = list (writer, "option", "case", self->business_case, error);

  for (guint i = 0; options != NULL && i < options->len; i++)
    {
      AccordRecord *option = options->pdata[i];
      gboolean this_one = accord_record_get_id (option) == self->option;

      if (self->deed == ACCORD_OPTION_PREFER)
        accord_record_set_boolean (option, "preferred", this_one);
      else
        accord_record_set_text (option, "comparator", this_one ? self->comparator : NULL);
      if (!accord_writer_update (writer, option, error))
        return FALSE;
    }
  return options != NULL;
}

/**
 * accord_option_change_write:
 * @writer: the open change
 * @data: an #AccordOptionChange
 * @error: return location for an error
 *
 * Changes the options of a case; an #AccordWriteFunc.
 *
 * Returns: %FALSE to keep nothing
 */
gboolean
accord_option_change_write (AccordWriter *writer, gpointer data, GError **error)
{
  const AccordOptionChange *self = data;

  switch (self->deed)
    {
    case ACCORD_OPTION_ADD:
      return add (writer, self, error);
    case ACCORD_OPTION_DUPLICATE:
      return duplicate (writer, self, error);
    case ACCORD_OPTION_DELETE:
      return delete (writer, self, error);
    case ACCORD_OPTION_PREFER:
    case ACCORD_OPTION_COMPARE:
    default:
      return mark (writer, self, error);
    }
}

/* A case without options is weighed as one. */
static gboolean
add_first_option (AccordWriter *writer, gint64 business_case, GError **error)
{
  g_autoptr (GPtrArray) options = list (writer, "option", "case", business_case, error);
  AccordOptionChange change = { .deed = ACCORD_OPTION_ADD,
                                .business_case = business_case,
                                .name = (char *) _ ("The proposal") };

  if (options == NULL)
    return FALSE;
  return options->len > 0 || add (writer, &change, error);
}

/**
 * accord_appraisal_begin_write:
 * @writer: the open change
 * @data: the identifier of a business case
 * @error: return location for an error
 *
 * Begins the appraisal of a case, with the editions that Accord ships; an #AccordWriteFunc. Where there is
 * one already nothing changes. Year 0 is the financial year that it is, and ten years are counted, until
 * somebody says otherwise.
 *
 * Returns: %FALSE to keep nothing
 */
gboolean
accord_appraisal_begin_write (AccordWriter *writer, gpointer data, GError **error)
{
  const gint64 *business_case = data;
  g_autoptr (GPtrArray) known = list (writer, "appraisal", "case", *business_case, error);
  g_autoptr (AccordRecord) appraisal = NULL;
  g_autofree char *today = accord_today_dup ();

  if (known == NULL || known->len > 0)
    return known != NULL;
  appraisal = accord_record_new (find_kind (writer, "appraisal"));
  accord_record_fill_in (appraisal);
  accord_record_set_int (appraisal, "case", *business_case);
  accord_record_set_int (appraisal, "base-year", accord_financial_year_of_iso (today));
  accord_record_set_int (appraisal, "horizon", USUAL_HORIZON);
  return accord_editions_settle (writer, appraisal, error) && accord_writer_insert (writer, appraisal, error)
         && add_first_option (writer, *business_case, error);
}
