/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text-date.h"
#include "text-words.h"

static const struct
{
  const char *label;
  AccordTextField field;
} labels[] = {
  { "Decision maker", ACCORD_TEXT_FIELD_MAKER },
  { "Decision status", ACCORD_TEXT_FIELD_STATUS },
  { "Is key decision?", ACCORD_TEXT_FIELD_KEY },
  { "Is subject to call in?", ACCORD_TEXT_FIELD_CALL_IN },
  { "Is subject to call-in?", ACCORD_TEXT_FIELD_CALL_IN },
  { "Is callable in?", ACCORD_TEXT_FIELD_CALL_IN },
  { "Decision type", ACCORD_TEXT_FIELD_TYPE },
  { "Purpose", ACCORD_TEXT_FIELD_PURPOSE },
  { "Decision", ACCORD_TEXT_FIELD_TEXT },
  { "Reason for decision", ACCORD_TEXT_FIELD_REASON },
  { "Reasons for decision", ACCORD_TEXT_FIELD_REASON },
  { "Reason for the decision", ACCORD_TEXT_FIELD_REASON },
  { "Reasons for the decision", ACCORD_TEXT_FIELD_REASON },
  { "Alternative options considered", ACCORD_TEXT_FIELD_ALTERNATIVES },
  { "Alternatives considered", ACCORD_TEXT_FIELD_ALTERNATIVES },
  { "Alternative options considered and rejected", ACCORD_TEXT_FIELD_ALTERNATIVES },
  { "Other option considered and rejected", ACCORD_TEXT_FIELD_ALTERNATIVES },
  { "Other options considered and rejected", ACCORD_TEXT_FIELD_ALTERNATIVES },
  { "Delegated decision", ACCORD_TEXT_FIELD_TEXT },
  { "Details of any alternative options considered and rejected", ACCORD_TEXT_FIELD_ALTERNATIVES },
  { "Publication date", ACCORD_TEXT_FIELD_PUBLISHED },
  { "Decision published", ACCORD_TEXT_FIELD_PUBLISHED },
  { "Date of decision", ACCORD_TEXT_FIELD_DATE },
  { "Decided at meeting", ACCORD_TEXT_FIELD_MADE },
  { "Decided at", ACCORD_TEXT_FIELD_MADE },
  { "Made at meeting", ACCORD_TEXT_FIELD_MADE },
  { "Effective from", ACCORD_TEXT_FIELD_EFFECTIVE },
  { "Date decision effective", ACCORD_TEXT_FIELD_EFFECTIVE },
  { "Decision due", ACCORD_TEXT_FIELD_DUE },
  { "Decision due date", ACCORD_TEXT_FIELD_DUE },
  { "Notice of proposed decision first published", ACCORD_TEXT_FIELD_NOTICE },
  { "Lead officer", ACCORD_TEXT_FIELD_OFFICER },
  { "Report author", ACCORD_TEXT_FIELD_OFFICER },
  { "Contact", ACCORD_TEXT_FIELD_CONTACT },
  { "Anticipated restriction", ACCORD_TEXT_FIELD_RESTRICTION },
  { "Accompanying documents", ACCORD_TEXT_FIELD_DOCUMENTS },
  { "Supporting documents", ACCORD_TEXT_FIELD_DOCUMENTS },
  { "Reason key", ACCORD_TEXT_FIELD_BESIDE },
  { "Reason for urgency", ACCORD_TEXT_FIELD_BESIDE },
  { "Explanation of anticipated restriction", ACCORD_TEXT_FIELD_BESIDE },
  { "Lead member", ACCORD_TEXT_FIELD_BESIDE },
  { "Lead members", ACCORD_TEXT_FIELD_BESIDE },
  { "Lead director", ACCORD_TEXT_FIELD_BESIDE },
  { "Department", ACCORD_TEXT_FIELD_BESIDE },
  { "Divisions affected", ACCORD_TEXT_FIELD_BESIDE },
  { "Wards affected", ACCORD_TEXT_FIELD_BESIDE },
  { "Ward affected", ACCORD_TEXT_FIELD_BESIDE },
  { "Consultation process", ACCORD_TEXT_FIELD_BESIDE },
  { "Consultees", ACCORD_TEXT_FIELD_BESIDE },
  { "Call-in deadline", ACCORD_TEXT_FIELD_BESIDE },
  { "Making representations", ACCORD_TEXT_FIELD_BESIDE },
  { "Corporate Priorities", ACCORD_TEXT_FIELD_BESIDE },
  { "Corporate Priorities ", ACCORD_TEXT_FIELD_BESIDE },
  { "Reason No Public Access", ACCORD_TEXT_FIELD_BESIDE },
  { "Subject to Urgent Proceedings", ACCORD_TEXT_FIELD_BESIDE },
  { "Source of Authority to take Decision", ACCORD_TEXT_FIELD_BESIDE },
  { "Agenda items", ACCORD_TEXT_FIELD_BESIDE },
  { "Decisions", ACCORD_TEXT_FIELD_BESIDE },
  { "Documents", ACCORD_TEXT_FIELD_DOCUMENTS },
};

/* Labels that also stand without a colon, alone in their line. */
static const struct
{
  const char *label;
  AccordTextField field;
} bare[] = {
  { "Agenda items", ACCORD_TEXT_FIELD_BESIDE },         { "Decisions", ACCORD_TEXT_FIELD_BESIDE },
  { "Documents", ACCORD_TEXT_FIELD_DOCUMENTS },         { "Reason for decision", ACCORD_TEXT_FIELD_REASON },
  { "Reasons for decision", ACCORD_TEXT_FIELD_REASON }, { "Decision taken", ACCORD_TEXT_FIELD_TEXT },
};

/**
 * accord_text_field_find:
 * @reading: a reading
 * @line: number of a line
 * @value: (out): what stands after the label; nothing where nothing does
 *
 * Returns: which label leads the line
 */
AccordTextField
accord_text_field_find (const AccordTextReading *reading, guint line, AccordSpan *value)
{
  *value = (AccordSpan){ 0, 0 };
  if (accord_text_reading_is (reading, line, "This decision will be taken under urgency procedures."))
    return ACCORD_TEXT_FIELD_URGENT;
  for (guint i = 0; i < G_N_ELEMENTS (bare); i++)
    if (accord_text_reading_is (reading, line, bare[i].label))
      return bare[i].field;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (accord_text_reading_label (reading, line, labels[i].label, value))
      return labels[i].field;
  return ACCORD_TEXT_FIELD_NONE;
}

/**
 * accord_text_field_goes_on:
 * @field: a field
 *
 * Returns: whether what stands below its line belongs to it as well
 */
gboolean
accord_text_field_goes_on (AccordTextField field)
{
  return field == ACCORD_TEXT_FIELD_PURPOSE || field == ACCORD_TEXT_FIELD_REASON
         || field == ACCORD_TEXT_FIELD_TEXT || field == ACCORD_TEXT_FIELD_ALTERNATIVES
         || field == ACCORD_TEXT_FIELD_BESIDE || field == ACCORD_TEXT_FIELD_DOCUMENTS;
}

static AccordStated
stated (const char *words)
{
  if (words == NULL)
    return ACCORD_NOT_STATED;
  if (g_ascii_strcasecmp (words, "Yes") == 0)
    return ACCORD_STATED_YES;
  return g_ascii_strcasecmp (words, "No") == 0 ? ACCORD_STATED_NO : ACCORD_NOT_STATED;
}

static AccordStated
key_of_type (const char *words)
{
  if (words == NULL)
    return ACCORD_NOT_STATED;
  if (g_ascii_strcasecmp (words, "Key") == 0 || g_ascii_strcasecmp (words, "Key Decision") == 0)
    return ACCORD_STATED_YES;
  return g_ascii_strncasecmp (words, "Non-key", 7) == 0 || g_ascii_strncasecmp (words, "Non key", 7) == 0
             ? ACCORD_STATED_NO
             : ACCORD_NOT_STATED;
}

static AccordStated
exempt_of (const char *words)
{
  if (words == NULL)
    return ACCORD_NOT_STATED;
  if (g_ascii_strncasecmp (words, "Open", 4) == 0)
    return ACCORD_STATED_NO;
  return g_ascii_strncasecmp (words, "Fully exempt", 12) == 0
                 || g_ascii_strncasecmp (words, "Part exempt", 11) == 0
                 || g_ascii_strncasecmp (words, "Exempt", 6) == 0
             ? ACCORD_STATED_YES
             : ACCORD_NOT_STATED;
}

/* “Not before 30th Nov 2018 by Executive Member”: when, and by whom. */
static void
set_due (AccordPageDecision *decision, const char *words)
{
  const char *by = words != NULL ? strstr (words, " by ") : NULL;
  g_autofree char *when = NULL;
  const char *date;

  if (words == NULL)
    return;
  when = by != NULL ? g_strndup (words, by - words) : g_strdup (words);
  date = g_ascii_strncasecmp (when, "Not before ", 11) == 0 ? when + 11 : when;
  g_free (decision->due_words);
  decision->due_words = g_strdup (words);
  g_free (decision->due);
  decision->due = accord_text_date_iso (date);
  if (by != NULL && decision->maker == NULL)
    decision->maker = g_strdup (by + 4);
}

/* “24/11/2023 - Greater Manchester Combined Authority”. */
static void
set_made (AccordPageDecision *decision, const char *words)
{
  const char *dash = words != NULL ? strstr (words, " - ") : NULL;
  g_autofree char *date = dash != NULL ? g_strndup (words, dash - words) : g_strdup (words);

  if (words == NULL)
    return;
  g_free (decision->made_on);
  decision->made_on = accord_text_date_iso (date);
  g_free (decision->made_at);
  decision->made_at = decision->made_on == NULL ? g_strdup (words)
                      : dash != NULL            ? g_strdup (dash + 3)
                                                : NULL;
}

static void
set_words (char **field, char *words)
{
  if (*field == NULL)
    *field = words;
  else
    g_free (words);
}

static void
set_long (AccordTextReading *reading, AccordPageDecision *decision, AccordTextField field, AccordSpan value)
{
  switch (field)
    {
    case ACCORD_TEXT_FIELD_PURPOSE:
      decision->purpose = value;
      break;
    case ACCORD_TEXT_FIELD_REASON:
      if (accord_span_is_empty (decision->purpose))
        decision->purpose = value;
      else if (!accord_span_is_empty (value))
        accord_text_reading_unread (reading, value, _ ("The reasons for the decision stay with the page."));
      break;
    case ACCORD_TEXT_FIELD_TEXT:
      decision->text = value;
      break;
    case ACCORD_TEXT_FIELD_ALTERNATIVES:
      decision->alternatives = value;
      break;
    default:
      break;
    }
}

/**
 * accord_text_field_set:
 * @reading: a reading
 * @decision: a decision
 * @field: what is said of it
 * @value: what stands after the label, and below it where the field goes on
 *
 * Keeps what a label leads.
 */
void
accord_text_field_set (AccordTextReading *reading, AccordPageDecision *decision, AccordTextField field,
                       AccordSpan value)
{
  g_autofree char *words = NULL;

  if (accord_text_field_goes_on (field))
    {
      set_long (reading, decision, field, value);
      return;
    }
  if (value.end - value.start > ACCORD_TEXT_SHORT && !accord_span_is_empty (value))
    {
      accord_text_reading_unread (reading, value, _ ("This is too long for what its label says."));
      return;
    }
  words = accord_text_reading_dup_span (reading, value);
  if (field == ACCORD_TEXT_FIELD_MAKER)
    set_words (&decision->maker, g_steal_pointer (&words));
  else if (field == ACCORD_TEXT_FIELD_STATUS)
    set_words (&decision->status, g_steal_pointer (&words));
  else if (field == ACCORD_TEXT_FIELD_OFFICER || field == ACCORD_TEXT_FIELD_CONTACT)
    set_words (&decision->officer, accord_text_words_dup_contact (reading, value));
  else if (field == ACCORD_TEXT_FIELD_KEY)
    decision->key = stated (words);
  else if (field == ACCORD_TEXT_FIELD_TYPE)
    decision->key = key_of_type (words);
  else if (field == ACCORD_TEXT_FIELD_CALL_IN)
    decision->call_in = stated (words);
  else if (field == ACCORD_TEXT_FIELD_RESTRICTION)
    decision->exempt = exempt_of (words);
  else if (field == ACCORD_TEXT_FIELD_URGENT)
    decision->urgent = ACCORD_STATED_YES;
  else if (field == ACCORD_TEXT_FIELD_DUE)
    set_due (decision, words);
  else if (field == ACCORD_TEXT_FIELD_MADE)
    set_made (decision, words);
  else if (field == ACCORD_TEXT_FIELD_PUBLISHED)
    set_words (&decision->published, accord_text_date_iso (words));
  else if (field == ACCORD_TEXT_FIELD_DATE)
    set_words (&decision->date, accord_text_date_iso (words));
  else if (field == ACCORD_TEXT_FIELD_EFFECTIVE)
    set_words (&decision->effective, accord_text_date_iso (words));
  else if (field == ACCORD_TEXT_FIELD_NOTICE)
    set_words (&decision->notice, accord_text_date_iso (words));
}
