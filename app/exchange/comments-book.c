/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comments-export.h"

#include "caveat-steps.h"
#include "safe-file.h"
#include "xlsx-writer.h"

#include <glib/gi18n-lib.h>

/* What all partners said of a case as a workbook: to be sorted, filtered and worked through. */

/* Writing stops at the first thing that cannot be written. */
typedef struct
{
  AccordXlsxWriter *writer;
  GError **error;
  gboolean good;
} Book;

static void
put_headings (Book *book, const char *const *headings)
{
  for (guint i = 0; book->good && headings[i] != NULL; i++)
    book->good = accord_xlsx_writer_add_heading (book->writer, headings[i], book->error);
  book->good = book->good && accord_xlsx_writer_end_row (book->writer, book->error);
}

static void
put (Book *book, AccordCellType type, const char *text, gint64 number)
{
  AccordCell cell = { type, text, number, NULL };

  if (book->good)
    book->good = accord_xlsx_writer_add_cell (book->writer, &cell, book->error);
}

static void
put_text (Book *book, const char *text)
{
  put (book, text != NULL ? ACCORD_CELL_TEXT : ACCORD_CELL_EMPTY, text, 0);
}

static void
put_label (Book *book, AccordRecord *record, const char *field)
{
  g_autofree char *label = accord_record_get_text (record, field) != NULL
                               ? accord_comments_export_dup_label (record, field)
                               : NULL;

  put_text (book, label);
}

static void
put_date (Book *book, AccordRecord *record, const char *field)
{
  const char *date = accord_record_get_text (record, field);

  put (book, date != NULL ? ACCORD_CELL_DATE : ACCORD_CELL_EMPTY, date, 0);
}

static void
put_count (Book *book, AccordRecord *record, const char *field)
{
  gint64 number = accord_record_get_int (record, field);

  put (book, number != ACCORD_UNKNOWN ? ACCORD_CELL_COUNT : ACCORD_CELL_EMPTY, NULL, number);
}

static void
put_money (Book *book, gint64 pence)
{
  put (book, pence != ACCORD_UNKNOWN ? ACCORD_CELL_MONEY : ACCORD_CELL_EMPTY, NULL, pence);
}

static void
end_row (Book *book)
{
  book->good = book->good && accord_xlsx_writer_end_row (book->writer, book->error);
}

static void
put_comment (Book *book, const AccordCommentsExport *self, const AccordCommentThread *thread)
{
  gint64 id = accord_record_get_id (thread->record);
  const gint64 *npsv = g_hash_table_lookup (self->what_if_npsv, &id);
  g_autofree char *replies = accord_comments_export_dup_replies (thread);
  g_autofree char *state = accord_comments_export_dup_state (thread);

  put_text (book, thread->place);
  put_text (book, accord_comments_export_get_who (thread));
  put_label (book, thread->record, "sort");
  put_text (book, state);
  put_text (book, accord_record_get_text (thread->record, "text"));
  put_text (book, accord_record_get_text (thread->record, "quote"));
  put_text (book, accord_record_get_text (thread->record, "author"));
  put_date (book, thread->record, "written");
  put_text (book, replies);
  put_text (book, g_hash_table_lookup (self->what_ifs, &id));
  put_money (book, npsv != NULL ? npsv[0] : ACCORD_UNKNOWN);
  put_money (book, npsv != NULL ? npsv[1] : ACCORD_UNKNOWN);
  put_text (book, accord_record_get_reference_title (thread->record, "caveat"));
  end_row (book);
}

static void
put_comments (Book *book, const AccordCommentsExport *self)
{
  const char *const headings[] = { _ ("Place"),
                                   _ ("Partner"),
                                   _ ("Sort"),
                                   _ ("State"),
                                   _ ("Comment"),
                                   _ ("Quoted words"),
                                   _ ("Author"),
                                   _ ("Written on"),
                                   _ ("Replies"),
                                   _ ("What if"),
                                   _ ("NPSV as it is (£)"),
                                   _ ("NPSV with what if (£)"),
                                   _ ("Caveat it became"),
                                   NULL };

  put_headings (book, headings);
  for (guint i = 0; i < self->comments->threads->len; i++)
    put_comment (book, self, self->comments->threads->pdata[i]);
}

static void
put_caveats (Book *book, const AccordCommentsExport *self)
{
  const char *const headings[] = { _ ("Number"),      _ ("Caveat"),      _ ("Group"),       _ ("Raised by"),
                                   _ ("Raised on"),   _ ("State"),       _ ("Answer"),      _ ("Answered by"),
                                   _ ("Answered on"), _ ("Accepted by"), _ ("Accepted on"), NULL };

  book->good = book->good && accord_xlsx_writer_begin_sheet (book->writer, _ ("Caveats"), book->error);
  put_headings (book, headings);
  for (guint i = 0; i < self->file->caveats->len; i++)
    {
      AccordRecord *caveat = self->file->caveats->pdata[i];
      g_autofree char *raiser = accord_caveat_dup_raiser (caveat);

      put_count (book, caveat, "number");
      put_text (book, accord_record_get_text (caveat, "text"));
      put_text (book, accord_record_get_text (caveat, "group"));
      put_text (book, raiser);
      put_date (book, caveat, "raised-on");
      put_label (book, caveat, "state");
      put_text (book, accord_record_get_text (caveat, "response"));
      put_text (book, accord_record_get_text (caveat, "answered-by"));
      put_date (book, caveat, "answered-on");
      put_text (book, accord_record_get_text (caveat, "accepted-by"));
      put_date (book, caveat, "accepted-on");
      end_row (book);
    }
}

static void
put_partners (Book *book, const AccordCommentsExport *self)
{
  const char *const headings[] = { _ ("Partner"),
                                   _ ("Version"),
                                   _ ("State"),
                                   _ ("Asked on"),
                                   _ ("Due on"),
                                   _ ("Decision"),
                                   _ ("Decided by"),
                                   _ ("Decided on"),
                                   _ ("Returned on"),
                                   _ ("Their words"),
                                   _ ("Reviewer"),
                                   _ ("Signed by"),
                                   NULL };

  book->good = book->good && accord_xlsx_writer_begin_sheet (book->writer, _ ("Partners"), book->error);
  put_headings (book, headings);
  for (guint i = 0; i < self->reviews->len; i++)
    {
      AccordRecord *review = self->reviews->pdata[i];

      put_text (book, accord_record_get_text (review, "who"));
      put_text (book, accord_record_get_reference_title (review, "version"));
      put_label (book, review, "state");
      put_date (book, review, "asked");
      put_date (book, review, "due");
      put_label (book, review, "outcome");
      put_text (book, accord_comments_export_get_decider (review));
      put_date (book, review, "decided");
      put_date (book, review, "returned");
      put_text (book, accord_record_get_text (review, "words"));
      put_text (book, accord_record_get_text (review, "reviewer"));
      put_text (book, accord_record_get_text (review, "signed-by"));
      end_row (book);
    }
}

/**
 * accord_comments_book_write:
 * @self: what was said of a case
 * @file: where to
 * @error: return location for an error
 *
 * Writes the comments, the caveats with their answers, and the partners with their decisions as the sheets of
 * a workbook. Words are never formulas, whoever wrote them.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_comments_book_write (const AccordCommentsExport *self, GFile *file, GError **error)
{
  g_autoptr (AccordSafeFile) place = accord_safe_file_new (file, error);
  g_autoptr (AccordXlsxWriter) writer =
      place != NULL ? accord_xlsx_writer_new (accord_safe_file_get_path (place), _ ("Comments"), error)
                    : NULL;
  Book book = { writer, error, writer != NULL };

  if (writer == NULL)
    return FALSE;
  put_comments (&book, self);
  put_caveats (&book, self);
  put_partners (&book, self);
  return book.good && accord_xlsx_writer_finish (writer, error) && accord_safe_file_finish (place, error);
}
