/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-figures.h"

#include "cba-words.h"

static void
set_value (JsonObject *object, const char *member, const AccordCba *cba, AccordCbaValue value,
           AccordTraceUnit unit)
{
  g_autofree char *words = accord_cba_value_dup_display (cba, value, unit);
  g_autofree char *second = g_strconcat (member, "-words", NULL);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  json_object_set_string_member (object, second, words);
  if (value.defined != ACCORD_DEFINED)
    json_object_set_null_member (object, member);
  else if (unit == ACCORD_UNIT_YEAR)
    json_object_set_int_member (object, member, (gint64) value.value);
  else
    json_object_set_string_member (object, member,
                                   g_ascii_formatd (number, sizeof number, "%.2f", value.value));
}

/* What nobody was named for has no organisation. */
static JsonArray *
make_positions (const AccordAppraisalFile *file, const AccordCbaResult *result, const AccordKind *kind,
                AccordDossierNames *names)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < result->net.positions->len; i++)
    {
      const AccordCbaPosition *position = &g_array_index (result->net.positions, AccordCbaPosition, i);
      const guint index = position->organisation;
      JsonObject *row = json_object_new ();

      if (index == ACCORD_CBA_NONE)
        json_object_set_null_member (row, "organisation");
      else
        {
          const AccordCbaOrganisation *organisation = g_ptr_array_index (file->cba->organisations, index);
          gint64 id = g_array_index (file->organisations, gint64, index);
          const char *uid =
              names != NULL ? accord_dossier_names_get_uid (names, kind, id) : organisation->uid;

          json_object_set_string_member (row, "organisation", uid);
          json_object_set_string_member (row, "name", organisation->name);
        }
      json_object_set_int_member (row, "net", accord_cba_pence (position->present_net));
      json_array_add_object_element (array, row);
    }
  return array;
}

/* Why an option comes to nothing, each reason once. */
static void
add_faults (JsonArray *problems, const AccordCba *cba, const GArray *faults)
{
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      g_autofree char *words = accord_cba_fault_dup_words (cba, &g_array_index (faults, AccordCbaFault, i));
      gboolean said = FALSE;

      for (guint j = 0; j < json_array_get_length (problems); j++)
        said |= g_str_equal (json_array_get_string_element (problems, j), words);
      if (!said)
        json_array_add_string_element (problems, words);
    }
}

static JsonObject *
make_option (const AccordAppraisalFile *file, guint option, const AccordKind *organisations,
             AccordDossierNames *names, JsonArray *problems)
{
  g_autoptr (GArray) faults = NULL;
  g_autoptr (AccordCbaResult) result = accord_cba_evaluate (file->cba, option, &faults);
  AccordRecord *record = file->options->pdata[option];
  JsonObject *row;

  if (result == NULL)
    {
      add_faults (problems, file->cba, faults);
      return NULL;
    }
  row = json_object_new ();
  json_object_set_string_member (row, "option", accord_record_get_uid (record));
  json_object_set_string_member (row, "name", accord_record_get_text (record, "name"));
  json_object_set_boolean_member (row, "preferred", accord_record_get_boolean (record, "preferred"));
  json_object_set_boolean_member (row, "comparator", accord_record_get_text (record, "comparator") != NULL);
  json_object_set_int_member (row, "npsv", accord_cba_pence (result->net.npsv));
  json_object_set_int_member (row, "pvb", accord_cba_pence (result->net.pvb));
  json_object_set_int_member (row, "pvc", accord_cba_pence (result->net.pvc));
  set_value (row, "bcr", file->cba, result->net.bcr, ACCORD_UNIT_RATIO);
  set_value (row, "payback", file->cba, result->net.payback, ACCORD_UNIT_YEAR);
  json_object_set_array_member (row, "organisations", make_positions (file, result, organisations, names));
  return row;
}

/**
 * accord_dossier_figures_make:
 * @file: the appraisal of a case
 * @organisations: the kind of organisations
 * @names: (nullable): what records are called in the dossier; %NULL where their own uid is that
 *
 * Works the appraisal of a case out.
 *
 * Returns: (transfer full) (nullable): the figures; %NULL where there is no appraisal
 */
JsonObject *
accord_dossier_figures_make (const AccordAppraisalFile *file, const AccordKind *organisations,
                             AccordDossierNames *names)
{
  JsonObject *figures;
  JsonArray *options, *problems;

  if (file->appraisal == NULL)
    return NULL;
  figures = json_object_new ();
  options = json_array_new ();
  problems = json_array_new ();
  for (guint i = 0; file->cba != NULL && i < file->options->len; i++)
    {
      JsonObject *row = make_option (file, i, organisations, names, problems);

      if (row != NULL)
        json_array_add_object_element (options, row);
    }
  for (guint i = 0; i < file->problems->len; i++)
    json_array_add_string_element (problems, file->problems->pdata[i]);
  json_object_set_array_member (figures, "options", options);
  json_object_set_array_member (figures, "problems", problems);
  return figures;
}

/**
 * accord_dossier_figures_read:
 * @reader: a reader
 * @business_case: the case
 * @names: what records are called
 * @error: return location for an error
 *
 * Works the appraisal of a case out.
 *
 * Returns: (transfer full) (nullable): the figures; %NULL without @error where there is no appraisal
 */
JsonObject *
accord_dossier_figures_read (AccordReader *reader, gint64 business_case, AccordDossierNames *names,
                             GError **error)
{
  g_autoptr (AccordAppraisalFile) file = accord_appraisal_file_read (reader, business_case, error);

  if (file == NULL)
    return NULL;
  return accord_dossier_figures_make (
      file, accord_schema_find_kind (accord_reader_get_schema (reader), "organisation"), names);
}
