/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-fixture.h"

#include "editions.h"

#include <string.h>

/* A record with @fields filled in, written as on the command line and parted by bars. */
AccordRecord *
appraised_make (Fixture *fixture, const char *kind, const char *fields)
{
  AccordRecord *record = fixture_new (fixture, kind);
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *value = strchr (pairs[i], '=');
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (value);
      *value++ = '\0';
      accord_record_parse_field (record, accord_kind_find_field (fixture_kind (fixture, kind), pairs[i]),
                                 value, &error);
      g_assert_no_error (error);
    }
  return record;
}

gint64
appraised_add (Fixture *fixture, const char *kind, const char *fields, const char *reference, gint64 target)
{
  g_autoptr (AccordRecord) record = appraised_make (fixture, kind, fields);

  accord_record_fill_in (record);
  accord_record_set_int (record, reference, target);
  return fixture_save (fixture, record);
}

void
appraised_set (Fixture *fixture, const char *kind, gint64 id, const char *field, const char *value)
{
  g_autoptr (AccordRecord) record = fixture_get (fixture, kind, id);
  g_autoptr (GError) error = NULL;

  accord_record_parse_field (record, accord_kind_find_field (fixture_kind (fixture, kind), field), value,
                             &error);
  g_assert_no_error (error);
  fixture_save (fixture, record);
}

static gboolean
settle (AccordWriter *writer, gpointer data, GError **error)
{
  return accord_editions_settle (writer, data, error) && accord_writer_insert (writer, data, error);
}

void
appraised_begin (Fixture *fixture, Appraised *made)
{
  g_autoptr (AccordRecord) appraisal = appraised_make (fixture, "appraisal", "base-year=2017/18|horizon=5");
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  made->business_case = fixture_add_named (fixture, "case", "Neighbourhood teams");
  made->council = fixture_add_named (fixture, "organisation", "The Council");
  made->trust = fixture_add_named (fixture, "organisation", "An Acute Trust");
  accord_record_set_int (appraisal, "case", made->business_case);
  change = accord_workspace_write (fixture->workspace, "appraisal", settle, appraisal, NULL, &error);
  g_assert_no_error (error);
  made->appraisal = accord_record_get_id (appraisal);
  made->option =
      appraised_add (fixture, "option", "name=Teams|letter=b|preferred=yes", "case", made->business_case);
  made->cost = appraised_add (
      fixture, "cost",
      "name=Team costs|amounts=2017/18 150000.00\n2018/19 150000.00\n2019/20 150000.00|grade=3", "option",
      made->option);
  {
    g_autoptr (AccordRecord) cost = fixture_get (fixture, "cost", made->cost);

    accord_record_set_int (cost, "organisation", made->council);
    fixture_save (fixture, cost);
  }
  made->outcome = appraised_add (fixture, "outcome",
                                 "name=Fewer admissions|need=1200|engagement=0.6|impact=0.2|deadweight=0.25|"
                                 "unit-value=1807.00|grade=4|lag-years=1|drop-off=0.1|cashable=0.5",
                                 "option", made->option);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AccordRecord) gain = appraised_make (fixture, "gain", i == 0 ? "share=0.7" : "share=0.3");

      accord_record_set_int (gain, "outcome", made->outcome);
      accord_record_set_int (gain, "organisation", i == 0 ? made->trust : made->council);
      fixture_save (fixture, gain);
    }
}

static gpointer
read_one (AccordReader *reader, gpointer data, GError **error)
{
  return accord_appraisal_file_read (reader, *(gint64 *) data, error);
}

AccordAppraisalFile *
appraised_read (Fixture *fixture, gint64 business_case)
{
  g_autoptr (GError) error = NULL;
  AccordAppraisalFile *file =
      accord_workspace_read (fixture->workspace, read_one, &business_case, NULL, &error);

  g_assert_no_error (error);
  return file;
}

static gpointer
read_all (AccordReader *reader, gpointer data, GError **error)
{
  return accord_appraisal_files_read (reader, error);
}

GPtrArray *
appraised_read_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *files = accord_workspace_read (fixture->workspace, read_all, NULL, NULL, &error);

  g_assert_no_error (error);
  return files;
}
