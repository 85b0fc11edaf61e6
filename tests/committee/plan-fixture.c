/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"

#include "meeting-passage.h"

#include <string.h>

typedef struct
{
  AccordCommitteePage *page;
  AccordPlanOptions options;
} Asked;

static gpointer
make (AccordReader *reader, gpointer data, GError **error)
{
  Asked *asked = data;

  return accord_committee_plan_new_with (reader, asked->page, &asked->options, error);
}

AccordCommitteePlan *
plan_make_with (Fixture *fixture, AccordCommitteePage *page, gint64 body)
{
  Asked asked = { page, { body, NULL } };
  g_autoptr (GError) error = NULL;
  AccordCommitteePlan *plan = accord_workspace_read (fixture->workspace, make, &asked, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

AccordCommitteePlan *
plan_make (Fixture *fixture, AccordCommitteePage *page)
{
  return plan_make_with (fixture, page, ACCORD_UNKNOWN);
}

AccordPlanResult
plan_keep (Fixture *fixture, AccordCommitteePlan *plan)
{
  AccordPlanResult result;
  g_autoptr (GError) error = NULL;

  accord_committee_plan_keep (fixture->workspace, plan, &result, NULL, &error);
  g_assert_no_error (error);
  return result;
}

AccordPlanResult
plan_import (Fixture *fixture, AccordCommitteePage *page)
{
  g_autoptr (AccordCommitteePlan) plan = plan_make (fixture, page);

  return plan_keep (fixture, plan);
}

void
plan_refused (Fixture *fixture, AccordCommitteePlan *plan, GQuark domain, int code)
{
  AccordPlanResult result;
  g_autoptr (GError) error = NULL;

  g_assert_false (accord_committee_plan_keep (fixture->workspace, plan, &result, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static gpointer
list (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_list (reader, data, error);
}

static GPtrArray *
list_all (Fixture *fixture, const char *kind)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture_kind (fixture, kind));
  g_autoptr (GError) error = NULL;
  GPtrArray *records = accord_workspace_read (fixture->workspace, list, query, NULL, &error);

  g_assert_no_error (error);
  return records;
}

gint64
plan_count (Fixture *fixture, const char *kind)
{
  g_autoptr (GPtrArray) records = list_all (fixture, kind);

  return records->len;
}

gint64
plan_count_doing (AccordCommitteePlan *plan, const char *kind, AccordPlanDoing doing)
{
  gint64 n = 0;

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const AccordPlanRow *row = plan->rows->pdata[i];

      n += row->doing == doing
           && (kind == NULL || strcmp (accord_record_get_kind (row->record)->name, kind) == 0);
    }
  return n;
}

gboolean
plan_row_is_new (AccordCommitteePlan *plan, guint row)
{
  return ((AccordPlanRow *) plan->rows->pdata[row])->doing == ACCORD_PLAN_ADD;
}

AccordRecord *
plan_only (Fixture *fixture, const char *kind)
{
  g_autoptr (GPtrArray) records = list_all (fixture, kind);

  g_assert_cmpuint (records->len, ==, 1);
  return g_object_ref (records->pdata[0]);
}

AccordPlanRow *
plan_row (AccordCommitteePlan *plan, const char *kind, guint index)
{
  for (guint i = 0; i < plan->rows->len; i++)
    {
      AccordPlanRow *row = plan->rows->pdata[i];

      if (strcmp (accord_record_get_kind (row->record)->name, kind) == 0 && index-- == 0)
        return row;
    }
  g_error ("The plan has too few rows of the kind %s", kind);
}

/* Every record that was made of a page is found in its text, letter for letter. */
void
plan_assert_passages (Fixture *fixture)
{
  for (guint i = 0; i < accord_schema_get_n_kinds (fixture->schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (fixture->schema, i);
      g_autoptr (GPtrArray) records = list_all (fixture, kind->name);

      for (guint k = 0; k < records->len; k++)
        {
          AccordRecord *record = records->pdata[k];
          const char *passage = accord_record_get_text (record, "passage");
          g_autoptr (AccordRecord) source = NULL;
          g_autoptr (AccordPassageText) text = NULL;

          if (passage == NULL)
            continue;
          source = fixture_get (fixture, "source", accord_record_get_int (record, "source"));
          text = accord_passage_text_new (accord_record_get_text (source, "text"));
          if (accord_passage_text_find (text, passage, 0, ACCORD_PASSAGE_EXACT).match != ACCORD_PASSAGE_EXACT)
            g_error ("The %s “%s” is not found in its document", kind->name, passage);
        }
    }
}
