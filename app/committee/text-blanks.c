/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-meeting.h"

#include <glib/gi18n-lib.h>

#include "text-item.h"
#include "text-title.h"
#include "text-words.h"

/* So many blank lines stand between items at least, and so many where nothing shows how many it takes here.
 */
#define LEAST_GAP 2
#define USUAL_GAP 3

typedef struct
{
  guint line;
  gboolean titled;
} Start;

static gboolean
names_document (const AccordTextReading *reading, guint line)
{
  AccordSpan title, size;

  return accord_text_reading_is_short (reading, line)
         && accord_text_title_split (reading, accord_text_reading_line (reading, line), &title, &size)
         && !accord_span_is_empty (title);
}

static gboolean
is_usual (const AccordTextReading *reading, guint line)
{
  g_autofree char *words = accord_text_reading_dup (reading, line);

  return words != NULL && accord_text_words_are_usual_title (words)
         && accord_text_words_may_be_title (reading, line);
}

/* How many blank lines stand before the titles that are certain: the fewest of them. */
static guint
find_gap (const AccordTextReading *reading, guint first)
{
  guint gap = 0;

  for (guint i = first + 1; i < reading->lines->len; i++)
    {
      guint n = accord_text_reading_n_before (reading, i);

      if (n >= LEAST_GAP && (gap == 0 || n < gap) && (names_document (reading, i) || is_usual (reading, i)))
        gap = n;
    }
  return gap > 0 ? gap : USUAL_GAP;
}

static gboolean
opens_agenda (const AccordTextReading *reading, guint line)
{
  g_autofree char *words = accord_text_reading_dup_span (
      reading, (AccordSpan){ accord_text_reading_line (reading, line).start,
                             MIN (accord_text_reading_line (reading, line).end,
                                  accord_text_reading_line (reading, line).start + ACCORD_TEXT_SHORT) });

  return words != NULL && accord_text_words_open_agenda (words);
}

/* “Director of Adult Social Care to report” */
static gboolean
names_reporter (const AccordTextReading *reading, guint line)
{
  static const char ending[] = " to report";
  g_autofree char *words =
      accord_text_reading_is_short (reading, line) ? accord_text_reading_dup (reading, line) : NULL;

  return words != NULL && g_str_has_suffix (words, ending);
}

/* Whether what stands below a line can only be below a title: the text of an agenda, or a list of documents.
 */
static gboolean
has_agenda_below (const AccordTextReading *reading, guint line)
{
  return line + 1 < reading->lines->len && accord_text_reading_n_before (reading, line + 1) == 1
         && (opens_agenda (reading, line + 1) || names_reporter (reading, line + 1)
             || accord_text_item_is_documents_label (reading, line + 1));
}

/* Whether an item begins at a line with its title. Two blank lines stand between paragraphs, too, where an
 * empty one got lost, so that the title must be one that can be nothing else. */
static gboolean
is_title (const AccordTextReading *reading, guint line, guint gap)
{
  guint n = accord_text_reading_n_before (reading, line);

  if (n < LEAST_GAP || accord_text_item_is_documents_label (reading, line))
    return FALSE;
  if (names_document (reading, line))
    return TRUE;
  if (!accord_text_words_may_be_title (reading, line))
    return FALSE;
  return n >= MAX (gap, USUAL_GAP) || (n >= gap && is_usual (reading, line))
         || has_agenda_below (reading, line);
}

/* Whether an item begins at a line whose title is lost, as those of links are: with the text of the agenda.
 */
static gboolean
is_untitled (const AccordTextReading *reading, guint line)
{
  AccordSpan above = accord_text_reading_line (reading, line - 1);

  return accord_text_reading_n_before (reading, line) >= USUAL_GAP
         && accord_text_words_are_agenda (reading, line) && reading->text[above.end - 1] != ':'
         && reading->text[above.end - 1] != '-';
}

static GArray *
find_starts (const AccordTextReading *reading, guint first)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (Start));
  guint gap = find_gap (reading, first);

  for (guint i = first; i < reading->lines->len; i++)
    {
      Start start = { i, TRUE };

      if (i == first)
        start.titled = names_document (reading, i)
                       || (!accord_text_item_is_documents_label (reading, i)
                           && accord_text_words_may_be_title (reading, i));
      else if (!is_title (reading, i, gap))
        {
          if (!is_untitled (reading, i))
            continue;
          start.titled = FALSE;
        }
      g_array_append_val (starts, start);
    }
  return starts;
}

/**
 * accord_text_meeting_read_blanks:
 * @reading: a reading
 * @first: number of the line where the items begin
 * @agenda_only: whether the page has but an agenda
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads the items of a page that has lost their numbers and the labels of their parts. Blank lines show where
 * they begin; what reads as minutes is taken for them. No number is made up.
 *
 * Returns: whether it was not stopped
 */
gboolean
accord_text_meeting_read_blanks (AccordTextReading *reading, guint first, gboolean agenda_only,
                                 GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) starts = NULL;
  AccordTextLabels labels = agenda_only ? ACCORD_TEXT_LABELS_AGENDA : ACCORD_TEXT_LABELS_LOST;

  if (first >= reading->lines->len)
    return TRUE;
  accord_text_reading_unread (
      reading, (AccordSpan){ 0, 0 },
      _ ("The numbers of the items and the labels of their parts are lost: where one begins, and "
         "where its minutes do, was found by blank lines and by wording."));
  starts = find_starts (reading, first);
  for (guint i = 0; i < MIN (starts->len, ACCORD_TEXT_MOST_PARTS); i++)
    {
      const Start *start = &g_array_index (starts, Start, i);
      guint end = i + 1 < starts->len ? g_array_index (starts, Start, i + 1).line : reading->lines->len;
      AccordPageItem *item;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      item = accord_text_item_add (reading, start->line, end);
      if (start->titled)
        accord_text_title_set (reading, item, accord_text_reading_line (reading, start->line));
      else
        accord_text_reading_unread (reading, accord_text_reading_line (reading, start->line),
                                    _ ("The title of the item that begins here is lost."));
      accord_text_item_read_body (reading, item, start->line + start->titled, end, labels);
    }
  return TRUE;
}
