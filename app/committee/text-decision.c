/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-decision.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text-field.h"
#include "text-front.h"
#include "text-title.h"
#include "text-words.h"

/* Where the label is lost, these words still are a decision: “Resolved …”, “… it was RESOLVED:”. */
static gboolean
is_resolved (const AccordTextReading *reading, guint line)
{
  static const char told[] = "it was RESOLVED";
  AccordSpan span = accord_text_reading_line (reading, line);

  return accord_text_reading_begins (reading, line, "Resolved")
         || g_strstr_len (reading->text + span.start, span.end - span.start, told) != NULL;
}

/**
 * accord_text_decision_read_labels:
 * @reading: a reading
 * @decision: a decision
 * @first: number of the first line
 * @end: number of the line after the last
 *
 * Reads what labels say of a decision. Words before the first label are its purpose, unless a label says
 * another; words below a label whose value is one line are not understood.
 */
void
accord_text_decision_read_labels (AccordTextReading *reading, AccordPageDecision *decision, guint first,
                                  guint end)
{
  AccordTextField field = ACCORD_TEXT_FIELD_PURPOSE;
  AccordSpan value = { 0, 0 }, astray = { 0, 0 };
  guint resolved = end;

  for (guint i = first; i <= end; i++)
    {
      AccordSpan next, line = { 0, 0 }, title, size;
      AccordTextField found = i < end ? accord_text_field_find (reading, i, &next) : ACCORD_TEXT_FIELD_NONE;

      if (i < end && found == ACCORD_TEXT_FIELD_NONE)
        {
          line = accord_text_reading_line (reading, i);
          if (field == ACCORD_TEXT_FIELD_DOCUMENTS && accord_text_title_split (reading, line, &title, &size))
            accord_text_title_add_document (reading, decision->documents, title, size);
          else if (accord_text_field_goes_on (field) || accord_span_is_empty (value))
            value = accord_span_is_empty (value) ? line : (AccordSpan){ value.start, line.end };
          else if (resolved == end && is_resolved (reading, i))
            resolved = i;
          else if (resolved == end)
            astray = accord_span_is_empty (astray) ? line : (AccordSpan){ astray.start, line.end };
          continue;
        }
      if (!accord_span_is_empty (astray))
        accord_text_reading_unread (reading, astray, _ ("No label says what this is of the decision."));
      if (resolved < end && accord_span_is_empty (decision->text))
        decision->text = accord_text_reading_lines (reading, resolved, i);
      resolved = end;
      astray = (AccordSpan){ 0, 0 };
      if (field != ACCORD_TEXT_FIELD_PURPOSE || !accord_span_is_empty (value))
        accord_text_field_set (reading, decision, field, value);
      field = found;
      value = i < end ? next : value;
    }
}

/* Where the labels begin. */
static guint
first_label (const AccordTextReading *reading, guint from)
{
  AccordSpan value;

  while (from < reading->lines->len
         && accord_text_field_find (reading, from, &value) == ACCORD_TEXT_FIELD_NONE)
    from++;
  return from;
}

/* The title stands alone between the page's name and the labels; without that name it is mostly lost, and
 * what stands there is the purpose. */
static guint
read_title (AccordTextReading *reading, const AccordTextKind *kind, AccordPageDecision *decision, guint first)
{
  AccordSpan title, size;

  if (first >= first_label (reading, first))
    return first;
  if (kind->line < 0 || !accord_text_reading_is_short (reading, first))
    {
      accord_text_reading_unread (reading, (AccordSpan){ 0, 0 }, _ ("The title of the decision is lost."));
      return first;
    }
  if (accord_text_title_split (reading, accord_text_reading_line (reading, first), &title, &size))
    accord_text_title_add_document (reading, decision->documents, title, size);
  decision->title = accord_text_reading_dup_span (reading, title);
  return first + 1;
}

/* Labels of the text lost: whether what follows the flags is the purpose or the decision is not said. */
static void
part_unlabelled (AccordTextReading *reading, AccordPageDecision *decision)
{
  if (!accord_span_is_empty (decision->text) || reading->page->style != ACCORD_STYLE_LABELS_LOST)
    return;
  accord_text_reading_unread (
      reading, (AccordSpan){ 0, 0 },
      _ ("The labels of the purpose and of the decision are lost, so that neither is known."));
}

/**
 * accord_text_decision_read:
 * @reading: a reading of the page of one decision, taken or still to be taken
 * @kind: what was found out about it
 *
 * Reads a page of the details of a decision, or of an issue of the forward plan. The latter is not decided
 * yet, so that none of its words is a decision.
 */
void
accord_text_decision_read (AccordTextReading *reading, const AccordTextKind *kind)
{
  guint first = kind->line >= 0 ? kind->line + 1 : 0;
  AccordPageDecision *decision;

  if (kind->line >= 0)
    accord_text_front_read_name (reading, kind);
  while (first < reading->lines->len && accord_text_front_claim_furniture (reading, first))
    first++;
  if (first >= reading->lines->len)
    return;
  decision = accord_committee_page_add_decision (reading->page);
  decision->place = accord_text_reading_lines (reading, first, reading->lines->len);
  first = read_title (reading, kind, decision, first);
  accord_text_decision_read_labels (reading, decision, first, reading->lines->len);
  if (kind->type == ACCORD_PAGE_PLAN)
    decision->text = (AccordSpan){ 0, 0 };
  else
    part_unlabelled (reading, decision);
}
