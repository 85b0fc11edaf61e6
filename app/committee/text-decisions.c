/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-decision.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text-date.h"
#include "text-field.h"
#include "text-front.h"

#define DATE_LENGTH 10

/* “01/05/2025” at a place of the text. */
static gboolean
is_date_at (const AccordTextReading *reading, gsize at, gsize end)
{
  const char *text = reading->text + at;

  if (at + DATE_LENGTH > end)
    return FALSE;
  for (guint i = 0; i < DATE_LENGTH; i++)
    if (i == 2 || i == 5 ? text[i] != '/' : !g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static char *
iso_at (const AccordTextReading *reading, gsize at)
{
  g_autofree char *words = g_strndup (reading->text + at, DATE_LENGTH);

  return accord_text_date_iso (words);
}

/* “24/11/2023 - Title ref: 2362 …”: a decision begins. */
static gboolean
is_entry (const AccordTextReading *reading, guint line)
{
  AccordSpan span = accord_text_reading_line (reading, line);

  return is_date_at (reading, span.start, span.end) && span.end > span.start + DATE_LENGTH + 3
         && span.end - span.start <= 2 * ACCORD_TEXT_SHORT
         && strncmp (reading->text + span.start + DATE_LENGTH, " - ", 3) == 0;
}

static gboolean
is_maker (const AccordTextReading *reading, guint line)
{
  AccordSpan value;

  return accord_text_reading_label (reading, line, "Decision maker", &value);
}

/* Where “ref: 2362” is: its number, the words before it and those after. */
static gboolean
split_reference (const AccordTextReading *reading, AccordSpan span, AccordSpan *title, AccordSpan *reference,
                 AccordSpan *after)
{
  static const char label[] = "ref:";
  const char *text = reading->text;

  for (gsize at = span.end; at-- > span.start;)
    {
      gsize from = at + strlen (label), end;

      if (from > span.end || g_ascii_strncasecmp (text + at, label, strlen (label)) != 0
          || (at > span.start && g_ascii_isalnum (text[at - 1])))
        continue;
      while (from < span.end && g_unichar_isspace (g_utf8_get_char (text + from)))
        from = g_utf8_next_char (text + from) - text;
      end = from;
      while (end < span.end && g_ascii_isdigit (text[end]))
        end++;
      if (end == from)
        continue;
      *title = accord_text_reading_trim (reading, (AccordSpan){ span.start, at });
      *reference = (AccordSpan){ from, end };
      *after = accord_text_reading_trim (reading, (AccordSpan){ end, span.end });
      return TRUE;
    }
  return FALSE;
}

/* The line a decision begins with. On the page of an issue's decisions the date is not said to be that of the
 * decision, and there it is not: it is left unread. */
static void
read_entry_line (AccordTextReading *reading, AccordPageDecision *decision, guint line, gboolean of_issue)
{
  AccordSpan span = accord_text_reading_line (reading, line), title, reference, after;
  AccordSpan date = { span.start, span.start + DATE_LENGTH };
  if (of_issue)
    accord_text_reading_unread (reading, date, _ ("The page does not say what this date is of."));
  else
    decision->date = iso_at (reading, date.start);
  title = accord_text_reading_trim (reading, (AccordSpan){ date.end + 3, span.end });
  if (split_reference (reading, title, &title, &reference, &after))
    {
      decision->reference = accord_text_reading_dup_span (reading, reference);
      decision->status = accord_text_reading_dup_span (reading, after);
    }
  decision->title = accord_text_reading_dup_span (reading, title);
}

/* The page of an issue's decisions has no labels: what stands below the title is the decision. */
static void
read_unlabelled (AccordTextReading *reading, AccordPageDecision *decision, guint first, guint end)
{
  AccordSpan value;

  for (guint i = first; i < end; i++)
    if (accord_text_field_find (reading, i, &value) != ACCORD_TEXT_FIELD_NONE)
      {
        accord_text_decision_read_labels (reading, decision, i, end);
        end = i;
      }
  if (accord_span_is_empty (decision->text))
    decision->text = accord_text_reading_lines (reading, first, end);
}

static void
read_entry (AccordTextReading *reading, guint first, guint end, gboolean of_issue)
{
  AccordPageDecision *decision = accord_committee_page_add_decision (reading->page);

  decision->place = accord_text_reading_lines (reading, first, end);
  read_entry_line (reading, decision, first, of_issue);
  if (of_issue)
    read_unlabelled (reading, decision, first + 1, end);
  else
    accord_text_decision_read_labels (reading, decision, first + 1, end);
}

/* “Title ref: 101829/07/202107/08/20210”: a row of a table whose cells ran together. The dates have a fixed
 * length, so that the reference and they can be told apart. */
static void
read_row (AccordTextReading *reading, guint line)
{
  AccordSpan span = accord_text_reading_line (reading, line), title, reference, after;
  AccordPageDecision *decision;
  gsize date;

  if (!accord_text_reading_is_short (reading, line)
      || !split_reference (reading, span, &title, &reference, &after) || reference.end - reference.start < 3)
    return;
  date = reference.end - 2;
  if (!is_date_at (reading, date, span.end))
    return;
  decision = accord_committee_page_add_decision (reading->page);
  decision->place = span;
  decision->title = accord_text_reading_dup_span (reading, title);
  decision->reference = g_strndup (reading->text + reference.start, date - reference.start);
  decision->date = iso_at (reading, date);
  date += DATE_LENGTH;
  while (date < span.end && g_ascii_isspace (reading->text[date]))
    date++;
  if (is_date_at (reading, date, span.end))
    decision->effective = iso_at (reading, date);
  if (accord_text_reading_has (reading, (AccordSpan){ date, span.end }, "Not for call-in"))
    decision->call_in = ACCORD_STATED_NO;
}

/* A table with just these columns. Returns whether there is one. */
static gboolean
read_rows (AccordTextReading *reading, guint first)
{
  guint head = first;

  while (head < reading->lines->len
         && !accord_text_reading_is (reading, head, "Title Date Effective from Call-ins"))
    head++;
  if (head == reading->lines->len)
    return FALSE;
  accord_text_reading_claim_line (reading, head);
  for (guint i = head + 1; i < reading->lines->len && reading->page->decisions->len < ACCORD_TEXT_MOST_PARTS;
       i++)
    read_row (reading, i);
  for (guint i = 0; i < head; i++)
    accord_text_front_claim_furniture (reading, i);
  return TRUE;
}

/* The title of the issue over its decisions, which mostly have the same. */
static void
read_issue_title (AccordTextReading *reading, guint line)
{
  g_autofree char *words = accord_text_reading_dup (reading, line);

  for (guint i = 0; words != NULL && i < reading->page->decisions->len; i++)
    if (g_strcmp0 (((AccordPageDecision *) reading->page->decisions->pdata[i])->title, words) == 0)
      {
        accord_text_reading_claim_line (reading, line);
        return;
      }
}

static guint
next_entry (const AccordTextReading *reading, guint from, gboolean titled)
{
  while (from < reading->lines->len && !(titled ? is_entry (reading, from) : is_maker (reading, from)))
    from++;
  return from;
}

static gboolean
is_officer (const AccordTextReading *reading, guint line)
{
  AccordSpan value;

  return accord_text_field_find (reading, line, &value) == ACCORD_TEXT_FIELD_OFFICER;
}

/* Where the words end that belong to a decision whose follower has lost its title: at the officer, after
 * which nothing of it comes. What follows may be the purpose of the next, and stays unread. */
static guint
end_of_untitled (const AccordTextReading *reading, guint first, guint end)
{
  for (guint i = end; i > first; i--)
    if (is_officer (reading, i - 1))
      return i;
  return end;
}

static void
read_untitled (AccordTextReading *reading, guint first, guint end, gboolean closed)
{
  AccordPageDecision *decision = accord_committee_page_add_decision (reading->page);

  decision->place = accord_text_reading_lines (reading, first, end);
  accord_text_decision_read_labels (reading, decision, first, end);
  if (!closed && accord_text_reading_line (reading, end - 1).start > decision->text.start
      && !accord_span_is_empty (decision->text) && decision->text.end == decision->place.end)
    accord_text_reading_unread (
        reading, accord_text_reading_line (reading, end - 1),
        _ ("Where this decision ends is not said; its last words may be the purpose of the next."));
}

static void
claim_front (AccordTextReading *reading, const AccordTextKind *kind, guint end)
{
  guint first = kind->line >= 0 ? kind->line + 1 : 0;

  if (kind->line >= 0)
    accord_text_front_read_name (reading, kind);
  for (guint i = first; i < end; i++)
    accord_text_front_claim_furniture (reading, i);
}

/**
 * accord_text_decision_read_list:
 * @reading: a reading of a list of decisions, or of the decisions of an issue
 * @kind: what was found out about it
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads the decisions of a list. Where their titles are lost, with the references and the status, each begins
 * with who decided it.
 *
 * Returns: whether it was not stopped
 */
gboolean
accord_text_decision_read_list (AccordTextReading *reading, const AccordTextKind *kind,
                                GCancellable *cancellable, GError **error)
{
  guint front = kind->line >= 0 ? kind->line + 1 : 0;
  gboolean of_issue = kind->line >= 0 && accord_text_reading_is (reading, kind->line, "Issue - decisions");
  guint first = next_entry (reading, front, TRUE);
  gboolean titled = first < reading->lines->len;

  if (!titled && read_rows (reading, front))
    {
      claim_front (reading, kind, front);
      return TRUE;
    }
  if (!titled)
    {
      first = next_entry (reading, front, FALSE);
      accord_text_reading_unread (reading, (AccordSpan){ 0, 0 },
                                  _ ("The titles, the references and the status of the decisions are lost."));
    }
  claim_front (reading, kind, first);
  while (first < reading->lines->len && reading->page->decisions->len < ACCORD_TEXT_MOST_PARTS)
    {
      guint next = next_entry (reading, first + 1, titled), end = next;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (titled)
        read_entry (reading, first, next, of_issue);
      else
        {
          end = next < reading->lines->len ? end_of_untitled (reading, first, next) : next;
          read_untitled (reading, first, end,
                         end < next || next == reading->lines->len || is_officer (reading, end - 1));
        }
      first = next;
    }
  if (of_issue && front < reading->lines->len)
    read_issue_title (reading, front);
  return TRUE;
}
