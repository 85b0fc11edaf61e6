/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-meeting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text-date.h"
#include "text-hidden.h"
#include "text-item.h"
#include "text-number.h"
#include "text-title.h"
#include "text-words.h"

/* How far after a number the label is looked for that bears out that an item begins there. */
#define REACH 60
/* Numbers may be left out, but a line that jumps further is the entry of a list, or a page's number. */
#define FURTHEST_STEP 3
/* The longest heading that may end with a full stop. */
#define LONGEST_HEADING 100

/* A line where an item begins. */
typedef struct
{
  guint line;
  gboolean numbered;
  AccordTextNumber number;
} Start;

typedef struct
{
  AccordTextReading *reading;
  GArray *starts;
  GHashTable *seen;
  AccordTextNumber last;
} Search;

static gboolean
is_plain (const AccordTextNumber *number)
{
  return g_str_equal (number->form, "#") || g_str_equal (number->form, "#.")
         || g_str_equal (number->form, "#)");
}

static char *
dup_number (const AccordTextReading *reading, const AccordTextNumber *number)
{
  return accord_text_reading_dup_span (reading, number->span);
}

/* Whether a label of an item follows before the next line that is a number. */
static gboolean
is_borne_out (Search *self, guint line)
{
  AccordTextReading *reading = self->reading;
  AccordSpan value, title, size;

  for (guint i = line + 1; i < MIN (reading->lines->len, line + REACH); i++)
    {
      if (i > line + 1
          && (accord_text_reading_label (reading, i, "Minutes", &value)
              || accord_text_reading_label (reading, i, "Decision", &value)
              || accord_text_reading_begins (reading, i, "Additional documents:")))
        return TRUE;
      if (i == line + 1 && accord_text_reading_is_short (reading, i)
          && accord_text_title_split (reading, accord_text_reading_line (reading, i), &title, &size))
        return TRUE;
      if (i > line + 1 && accord_text_number_is_alone (reading, i))
        return FALSE;
    }
  return FALSE;
}

/* Whether a number can be the next of the page's items. */
static gboolean
follows (Search *self, guint line, const AccordTextNumber *number)
{
  g_autofree char *words = dup_number (self->reading, number);
  const AccordTextNumber *last = &self->last;

  if (g_hash_table_contains (self->seen, words))
    return FALSE;
  if (last->form[0] == '\0')
    return TRUE;
  if (!is_plain (number) || !is_plain (last))
    return g_str_equal (number->form, last->form) || (is_plain (number) == is_plain (last))
           || is_borne_out (self, line);
  /* “2.(iii)” belongs to “2.”. */
  if (self->reading->text[number->span.end - 1] == ')' && number->letter != 0)
    return number->main == last->main || number->main == last->main + 1;
  if (number->letter != 0)
    return number->main == last->main ? number->letter > last->letter
                                      : number->main == last->main + 1 || is_borne_out (self, line);
  if (number->main > last->main && number->main <= last->main + FURTHEST_STEP
      && (last->letter != 0 || g_str_equal (number->form, last->form)))
    return TRUE;
  return is_borne_out (self, line);
}

static void
add_start (Search *self, guint line, const AccordTextNumber *number)
{
  Start start = { line, number != NULL, { { 0, 0 } } };

  if (number != NULL)
    {
      start.number = *number;
      self->last = *number;
      g_hash_table_add (self->seen, dup_number (self->reading, number));
    }
  g_array_append_val (self->starts, start);
}

/* Which labels the item has had. */
typedef struct
{
  gboolean documents;
  gboolean decision;
  gboolean minutes;
} Labels;

static void
note_labels (const AccordTextReading *reading, guint line, Labels *labels)
{
  AccordSpan value;

  labels->documents =
      labels->documents || accord_text_reading_begins (reading, line, "Additional documents:");
  labels->decision = labels->decision || accord_text_reading_label (reading, line, "Decision", &value);
  labels->minutes = labels->minutes || accord_text_reading_label (reading, line, "Minutes", &value);
}

/* “Key Decisions” over nothing but “Additional documents:”, “Exempt Business” over “Decision:”: an item that
 * has no number. It shows in that the item before has had that label, or one that comes after it, already. */
static gboolean
is_bare_heading (const AccordTextReading *reading, guint line, const Labels *labels)
{
  Labels next = { FALSE, FALSE, FALSE };

  if (line + 1 >= reading->lines->len
      || (accord_text_reading_n_before (reading, line) == 0
          && reading->page->style != ACCORD_STYLE_SINGLE_NEWLINE))
    return FALSE;
  note_labels (reading, line + 1, &next);
  return ((next.documents && (labels->documents || labels->decision || labels->minutes))
          || (next.decision && (labels->decision || labels->minutes)) || (next.minutes && labels->minutes))
         && accord_text_words_may_be_title (reading, line);
}

/* “*”, “2.00pm”: what stands in a column of its own beside the numbers. */
static gboolean
is_mark (const AccordTextReading *reading, guint line)
{
  g_autofree char *words =
      accord_text_reading_is_short (reading, line) ? accord_text_reading_dup (reading, line) : NULL;
  g_autofree char *time = NULL;
  gsize used = 0;

  if (words == NULL || g_str_equal (words, "*"))
    return words != NULL;
  time = accord_text_date_take_time (words, &used);
  return time != NULL && words[used] == '\0';
}

static void
find_starts (Search *self, guint first)
{
  AccordTextReading *reading = self->reading;
  Labels labels = { FALSE, FALSE, FALSE };
  guint titled = 0;

  for (guint i = first; i < reading->lines->len; i++)
    {
      AccordTextNumber number;
      gboolean numbered = accord_text_number_read_line (reading, i, &number) && follows (self, i, &number);

      if (!numbered && !(i == first && !is_mark (reading, i)) && !is_bare_heading (reading, i, &labels))
        {
          if (i != titled)
            note_labels (reading, i, &labels);
          continue;
        }
      add_start (self, i, numbered ? &number : NULL);
      titled = numbered ? i + 1 : i;
      labels = (Labels){ FALSE, FALSE, FALSE };
    }
}

/* An asterisk or a time may stand over a number, in a column of its own. */
static guint
first_line (const AccordTextReading *reading, guint line, guint least)
{
  return line > least && is_mark (reading, line - 1) ? line - 1 : line;
}

/* The line after a title, which may be wrapped where lines are. */
static guint
end_of_title (const AccordTextReading *reading, guint title, guint end)
{
  guint below = title + 1;

  if (reading->page->style != ACCORD_STYLE_SINGLE_NEWLINE)
    return below;
  while (below < end && below < title + 4 && accord_text_reading_is_short (reading, below)
         && g_unichar_islower (
             g_utf8_get_char (reading->text + accord_text_reading_line (reading, below).start)))
    below++;
  return below;
}

/* What stands before the first number may be a remark of the Chair's, which is no title. */
static gboolean
is_sentence (const AccordTextReading *reading, guint line)
{
  AccordSpan span = accord_text_reading_line (reading, line);

  return span.end - span.start > LONGEST_HEADING && reading->text[span.end - 1] == '.';
}

static void
read_item (AccordTextReading *reading, const Start *start, guint first, guint end)
{
  AccordPageItem *item = accord_text_item_add (reading, first, end);
  guint title = start->numbered ? start->line + 1 : start->line;
  guint below = title;

  if (start->numbered)
    item->number = dup_number (reading, &start->number);
  if (title < end && (start->numbered || !is_sentence (reading, title)))
    {
      below = end_of_title (reading, title, end);
      accord_text_title_set (reading, item, accord_text_reading_lines (reading, title, below));
    }
  if (below < end)
    accord_text_item_read_body (reading, item, below, end, ACCORD_TEXT_LABELS_THERE);
  accord_text_hidden_read (reading, item, below, end);
}

static gboolean
any_label (const AccordTextReading *reading, guint first)
{
  Labels labels = { FALSE, FALSE, FALSE };

  for (guint i = first; i < reading->lines->len; i++)
    note_labels (reading, i, &labels);
  return labels.documents || labels.decision || labels.minutes;
}

/**
 * accord_text_meeting_read_numbered:
 * @reading: a reading
 * @first: number of the line where the items begin
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads the items of a page that has kept their numbers.
 *
 * Returns: whether it was not stopped
 */
gboolean
accord_text_meeting_read_numbered (AccordTextReading *reading, guint first, GCancellable *cancellable,
                                   GError **error)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (Start));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { reading, starts, seen, { { 0, 0 } } };
  guint n = reading->lines->len;

  if (first >= n)
    return TRUE;
  find_starts (&search, first);
  if (starts->len == 1 && !g_array_index (starts, Start, 0).numbered && !any_label (reading, first))
    {
      accord_text_reading_unread (
          reading, accord_text_reading_lines (reading, first, n),
          _ ("Neither numbers nor labels are left here by which items could be told apart."));
      return TRUE;
    }
  for (guint i = 0; i < MIN (starts->len, ACCORD_TEXT_MOST_PARTS); i++)
    {
      const Start *start = &g_array_index (starts, Start, i);
      guint end = i + 1 < starts->len ? g_array_index (starts, Start, i + 1).line : n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (i + 1 < starts->len)
        end = first_line (reading, end, start->line + 1);
      read_item (reading, start, first_line (reading, start->line, first), end);
    }
  return TRUE;
}
