/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "plain.h"
#include "plan-import.h"

#include <glib/gstdio.h>
#include <string.h>

/* How many times as long as plain inserts an import of committee pages may take. */
#define INSERT_TIMES 2.0

#define MEETINGS 10000
#define ITEMS 6
#define BODIES 40

/* What an import of pages writes. */
static const char *const kinds[] = { "source", "body", "meeting", "item", "resolution", "action", "paper" };

typedef struct
{
  GPtrArray *pages;
  guint at;
  guint n_kept;
} Handing;

/* Adds words to a page's text and says where they stand. */
static AccordSpan
append (GString *text, const char *words)
{
  const gsize start = text->len;

  g_string_append (text, words);
  g_string_append (text, "\n\n");
  return (AccordSpan){ start, start + strlen (words) };
}

static void
add_resolution (AccordPageItem *item, GString *text, guint meeting, guint number)
{
  g_autofree char *words = g_strdup_printf ("the report on ward %u be noted, and what it says of the %u "
                                            "places be looked at again in month %u.",
                                            meeting % 97, number * 31, meeting % 12);
  AccordStatement *statement = accord_statement_new (ACCORD_STATEMENT_RESOLUTION, append (text, words));

  statement->text = g_strdup (words);
  statement->number = g_strdup_printf ("(%u)", number);
  g_ptr_array_add (item->resolutions, statement);
}

static void
add_action (AccordPageItem *item, GString *text, guint meeting)
{
  g_autofree char *words =
      g_strdup_printf ("The Clerk to bring back the figures for area %u in the autumn", meeting % 211);
  AccordPageAction *action = accord_page_action_new (append (text, words));

  action->text = g_strdup (words);
  action->owner = g_strdup ("The Clerk");
  action->state = "open";
  g_ptr_array_add (item->actions, action);
}

static void
add_item (AccordCommitteePage *page, GString *text, guint meeting, guint number)
{
  AccordPageItem *item = accord_committee_page_add_item (page);
  AccordPageDocument *document = g_new0 (AccordPageDocument, 1);
  gsize start = text->len;

  item->number = g_strdup_printf ("%u.", number);
  append (text, item->number);
  item->title = g_strdup_printf ("Neighbourhood services in ward %u, part %u", meeting % 97, number);
  document->span = append (text, item->title);
  document->title = g_strdup (item->title);
  document->size_words = g_strdup ("PDF 301 KB");
  g_ptr_array_add (item->documents, document);
  item->proposed =
      append (text, "To consider a report of the Director, and to say what is to be done about it "
                    "before the end of the year.");
  item->minutes.start = text->len;
  append (text,
          "Members were told of the work so far, of what it had cost, and of what partners thought. They "
          "asked how many people had been reached, and whether there was enough room for all of them.");
  add_resolution (item, text, meeting, 1);
  if (number % 2 == 0)
    add_resolution (item, text, meeting, 2);
  if (number % 3 == 0)
    add_action (item, text, meeting);
  item->minutes.end = text->len - 2;
  item->place = (AccordSpan){ start, item->minutes.end };
}

/* A meeting as a reader hands it over. */
static AccordCommitteePage *
make_page (guint meeting)
{
  GString *text = g_string_new (NULL);
  AccordCommitteePage *page;
  g_autoptr (GBytes) raw = NULL;
  guint year = 2000 + meeting / BODIES / 12, month = meeting / BODIES % 12 + 1;
  g_autofree char *heading = NULL;

  page = accord_committee_page_new (ACCORD_FORM_TEXT, NULL);
  page->type = ACCORD_PAGE_MEETING;
  page->style = ACCORD_STYLE_FULL;
  page->body = g_strdup_printf ("Committee %u", meeting % BODIES);
  page->date = g_strdup_printf ("%u-%02u-%02u", year, month, meeting % 28 + 1);
  page->address = g_strdup_printf ("https://democracy.example.org/ieListDocuments.aspx?CId=%u&MId=%u",
                                   meeting % BODIES, meeting);
  page->meeting_code = g_strdup_printf ("%u", meeting);
  heading = g_strdup_printf ("%s - %s", page->body, page->date);
  append (text, heading);
  for (guint i = 1; i <= ITEMS; i++)
    add_item (page, text, meeting, i);
  raw = g_bytes_new (text->str, text->len);
  page->raw = g_bytes_ref (raw);
  page->text = g_string_free (text, FALSE);
  return page;
}

static AccordCommitteePage *
next_page (AccordPlanOptions *options, gpointer data)
{
  Handing *self = data;

  return self->at < self->pages->len ? accord_committee_page_ref (self->pages->pdata[self->at++]) : NULL;
}

static void
on_told (AccordCommitteePlan *plan, const AccordPlanResult *result, const GError *problem, gpointer data)
{
  Handing *self = data;

  if (problem != NULL)
    g_error ("A page was refused: %s", problem->message);
  self->n_kept += result->added > 0;
}

static char *
make_target (Bench *self, const char *name)
{
  const char *endings[] = { "", "-wal", "-shm" };
  char *path = bench_file (self, name);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
  bench_close (bench_open (self, path, ACCORD_OPEN_CREATE));
  return path;
}

static double
import_pages (Bench *self, GPtrArray *pages, const char *target)
{
  AccordWorkspace *workspace = bench_open (self, target, ACCORD_OPEN_EXISTING);
  Handing handing = { pages, 0, 0 };
  AccordPagesImport import = { pages->len, FALSE, FALSE, next_page, on_told, &handing };
  const double start = bench_now ();
  g_autoptr (GError) error = NULL;
  gint64 change;
  double took;

  if (!accord_committee_import (workspace, &import, &change, NULL, &error))
    g_error ("The import failed: %s", error->message);
  took = bench_now () - start;
  if (handing.n_kept != pages->len)
    g_error ("Only %u of %u pages were kept", handing.n_kept, pages->len);
  bench_close (workspace);
  return took;
}

static GPtrArray *
load_rows (const char *path)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bench_rows_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (tables, bench_rows_load (path, kinds[i]));
  return tables;
}

static gint64
count_rows (GPtrArray *tables)
{
  gint64 n = 0;

  for (guint i = 0; i < tables->len; i++)
    n += bench_rows_count (tables->pdata[i]);
  return n;
}

/**
 * bench_measure_committee:
 * @self: the bench
 *
 * Imports ten thousand meetings, read already, into an empty workspace: planned, checked, journalled, with
 * their pages kept byte for byte; in turn with plain inserts of the same rows into the same tables, indexes
 * and search indexes, without those pages.
 */
void
bench_measure_committee (Bench *self)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_committee_page_unref);
  g_autoptr (GPtrArray) tables = NULL;
  BenchSeries ours = { 0 }, plain = { 0 };
  g_autofree char *how = NULL;

  for (guint i = 0; i < MEETINGS; i++)
    g_ptr_array_add (pages, make_page (i));
  for (guint i = 0; i < self->import_runs; i++)
    {
      g_autofree char *ours_path = make_target (self, "committee.accord");
      g_autofree char *plain_path = NULL;

      bench_series_add (&ours, import_pages (self, pages, ours_path));
      if (tables == NULL)
        tables = load_rows (ours_path);
      plain_path = make_target (self, "committee-plain.accord");
      bench_series_add (&plain, bench_rows_insert_all (tables, plain_path));
      for (guint k = 0; k < tables->len; k++)
        {
          g_autoptr (BenchRows) rows = bench_rows_load (plain_path, kinds[k]);

          if (bench_rows_count (rows) != bench_rows_count (tables->pdata[k]))
            g_error ("Plain SQLite did not insert all of %s", kinds[k]);
        }
    }
  how = g_strdup_printf ("%" G_GINT64_FORMAT " rows", count_rows (tables));
  bench_report_add_ratio (self->report, "10,000 meetings", &ours, &plain, INSERT_TIMES, how);
}
