/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "committee-error.h"
#include "complain.h"
#include "page-file.h"
#include "pages-report.h"
#include "plan-import.h"
#include "plan-words.h"
#include "progress.h"
#include "store/error.h"

/**
 * Importing:
 * @run: the run
 * @body: the body that --body gives, or %ACCORD_UNKNOWN where the workspace has none of that name
 * @body_name: what it is called, or %NULL
 * @cases: (element-type gint64): the cases that --case gives
 * @programme: the programme that --programme gives, or 0
 * @at: the argument at hand
 * @pages: (element-type AccordCommitteePage): those that were read beforehand, %NULL for the others
 * @report: what has become of the pages
 * @progress: how far it is
 * @worst: the worst exit code of those that were refused
 */
typedef struct
{
  AccordRun *run;
  gint64 body;
  char *body_name;
  GArray *cases;
  gint64 programme;
  guint at;
  GPtrArray *pages;
  AccordPagesReport *report;
  AccordProgress progress;
  AccordExit worst;
} Importing;

static gboolean
is_number (const char *words)
{
  return *words != '\0' && strspn (words, "0123456789") == strlen (words);
}

static gpointer
read_body (AccordReader *reader, gpointer data, GError **error)
{
  Importing *self = data;
  const AccordKind *kind = accord_schema_find_kind (self->run->schema, "body");
  const char *words = self->run->options->body;
  g_autoptr (GError) problem = NULL;
  gint64 id = accord_reader_resolve (reader, kind, words, &problem);

  if (id > 0)
    {
      self->body = id;
      self->body_name = accord_reader_dup_title (reader, kind, id, error);
      return self->body_name;
    }
  if (!g_error_matches (problem, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND) || is_number (words))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  /* One that the workspace does not have yet, or several of that name, which the page may tell apart. */
  self->body_name = g_strdup (words);
  return self->body_name;
}

static gboolean
find_body (Importing *self, GError **error)
{
  self->body = ACCORD_UNKNOWN;
  return self->run->options->body == NULL
         || accord_workspace_read (self->run->workspace, read_body, self, NULL, error) != NULL;
}

static gpointer
read_others (AccordReader *reader, gpointer data, GError **error)
{
  Importing *self = data;
  const AccordKind *kind = accord_schema_find_kind (self->run->schema, "case");

  for (char **words = self->run->options->cases; words != NULL && *words != NULL; words++)
    {
      gint64 id = accord_reader_resolve (reader, kind, *words, error);

      if (id <= 0)
        return NULL;
      g_array_append_val (self->cases, id);
    }
  if (self->run->options->programme == NULL)
    return self;
  kind = accord_schema_find_kind (self->run->schema, "programme");
  self->programme = accord_reader_resolve (reader, kind, self->run->options->programme, error);
  return self->programme > 0 ? self : NULL;
}

static gboolean
find_others (Importing *self, GError **error)
{
  return accord_workspace_read (self->run->workspace, read_others, self, NULL, error) != NULL;
}

static char *
dup_name (Importing *self, guint argument)
{
  const char *path = self->run->arguments[argument];

  return g_str_equal (path, "-") ? g_strdup (_ ("standard input")) : g_filename_display_name (path);
}

static void
refuse (Importing *self, guint argument, const GError *problem, const char *reason)
{
  g_autofree char *name = dup_name (self, argument);

  accord_progress_end (&self->progress);
  accord_complain_of (name, reason);
  accord_pages_report_refuse (self->report, name, reason);
  self->worst = MAX (self->worst, accord_cli_error_exit (problem));
}

/* What comes from the network or from a pipe is had before the workspace is held for writing. */
static gboolean
read_beforehand (Importing *self, GError **error)
{
  self->pages = g_ptr_array_new ();
  for (guint i = 1; i < self->run->n_arguments; i++)
    {
      const char *path = self->run->arguments[i];
      g_autoptr (GError) problem = NULL;
      AccordCommitteePage *page = NULL;

      if (accord_cli_is_address (path) || g_str_equal (path, "-"))
        page = accord_cli_read_page (self->run, path, self->body_name, &problem);
      g_ptr_array_add (self->pages, page);
      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED)
          || g_error_matches (problem, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (problem != NULL)
        {
          refuse (self, i, problem, problem->message);
          self->run->arguments[i][0] = '\0';
        }
    }
  return TRUE;
}

static AccordCommitteePage *
take_page (Importing *self, guint argument)
{
  AccordCommitteePage *page = self->pages->pdata[argument - 1];
  const char *path = self->run->arguments[argument];
  g_autoptr (GError) problem = NULL;

  self->pages->pdata[argument - 1] = NULL;
  if (page != NULL || *path == '\0')
    return page;
  page = accord_cli_read_page (self->run, path, self->body_name, &problem);
  if (page == NULL && !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refuse (self, argument, problem, problem->message);
  return page;
}

static AccordCommitteePage *
next_page (AccordPlanOptions *options, gpointer data)
{
  Importing *self = data;
  AccordCommitteePage *page = NULL;

  while (page == NULL && self->at + 1 < self->run->n_arguments
         && !g_cancellable_is_cancelled (self->run->cancellable))
    {
      accord_progress_show (self->at, self->run->n_arguments - 1, &self->progress);
      page = take_page (self, ++self->at);
    }
  if (page != NULL && self->body != ACCORD_UNKNOWN
      && (page->body_supplied || accord_plan_same_key (page->body, self->body_name)))
    options->body = self->body;
  options->cases = (const gint64 *) (gpointer) self->cases->data;
  options->n_cases = self->cases->len;
  options->programme = self->programme;
  return page;
}

static const char *
find_reason (const AccordCommitteePlan *plan, const GError *problem)
{
  AccordPlanNeeds both = ACCORD_PLAN_NEEDS_BODY | ACCORD_PLAN_NEEDS_DATE;

  for (guint i = 0; (plan->needs & ACCORD_PLAN_NEEDS_BODY) && i < plan->rows->len; i++)
    if (!((AccordPlanRow *) plan->rows->pdata[i])->sure
        && g_str_equal (accord_record_get_kind (((AccordPlanRow *) plan->rows->pdata[i])->record)->name,
                        "body"))
      return _ (
          "Several bodies of the workspace have the name that the page gives: give the number of the one "
          "that is meant with --body.");
  if ((plan->needs & both) == both)
    return _ (
        "The page says neither which board or committee it is of nor of what day: give them with --body "
        "and --date.");
  if (plan->needs & ACCORD_PLAN_NEEDS_BODY)
    return _ ("The page does not say which board or committee it is of: give it with --body.");
  if (plan->needs & ACCORD_PLAN_NEEDS_DATE)
    return _ ("The page does not say of what day it is: give it with --date.");
  if (plan->needs & ACCORD_PLAN_NEEDS_KIND)
    return _ ("This is none of the committee pages that are known; with --others it is kept as a document.");
  return problem->message;
}

static void
on_told (AccordCommitteePlan *plan, const AccordPlanResult *result, const GError *problem, gpointer data)
{
  Importing *self = data;
  g_autofree char *name = dup_name (self, self->at);

  if (problem != NULL)
    refuse (self, self->at, problem, find_reason (plan, problem));
  else
    accord_pages_report_add (self->report, name, plan, result);
}

static AccordExit
import_pages (Importing *self, GError **error)
{
  AccordPagesImport import = { self->run->n_arguments - 1,
                               self->run->options->dry_run,
                               self->run->options->others,
                               next_page,
                               on_told,
                               self };
  gint64 change;

  if (!find_body (self, error) || !find_others (self, error) || !read_beforehand (self, error))
    return ACCORD_EXIT_REJECTED;
  if (!accord_committee_import (self->run->workspace, &import, &change, self->run->cancellable, error))
    return ACCORD_EXIT_BROKEN;
  accord_progress_end (&self->progress);
  if (self->run->options->json)
    accord_pages_report_write_json (self->report, self->run->output);
  else
    accord_pages_report_write_text (self->report, self->run->output);
  if (accord_pages_report_get_n_refused (self->report) == 0)
    return ACCORD_EXIT_DONE;
  return accord_pages_report_get_n_taken (self->report) > 0 ? ACCORD_EXIT_REJECTED : self->worst;
}

static gboolean
check_arguments (AccordRun *run, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *date = accord_cli_page_date (run, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (run->n_arguments > 1)
    return TRUE;
  g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                       _ ("A file is missing; the form is: accordctl import committee FILE…"));
  return FALSE;
}

/**
 * accord_command_import_committee:
 * @run: the run
 * @error: return location for an error
 *
 * Takes in committee pages, all as one change.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_import_committee (AccordRun *run, GError **error)
{
  Importing importing = { .run = run };
  g_autoptr (AccordPagesReport) report = NULL;
  AccordExit exit;

  if (!check_arguments (run, error))
    return ACCORD_EXIT_USAGE;
  importing.cases = g_array_new (FALSE, FALSE, sizeof (gint64));
  importing.report = report = accord_pages_report_new (run->options->dry_run);
  accord_progress_init (&importing.progress, _ ("Importing"));
  exit = import_pages (&importing, error);
  accord_progress_end (&importing.progress);
  for (guint i = 0; importing.pages != NULL && i < importing.pages->len; i++)
    g_clear_pointer ((AccordCommitteePage **) &importing.pages->pdata[i], accord_committee_page_unref);
  g_clear_pointer (&importing.pages, g_ptr_array_unref);
  g_array_unref (importing.cases);
  g_free (importing.body_name);
  return exit;
}
