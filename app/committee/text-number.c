/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-number.h"

#include <string.h>

#include "text-heading.h"
#include "text-title.h"

/* Digits and letters in the longest number that an item has: “RGSC/2019/60”. */
#define LONGEST 24
#define MOST_DIGITS 5
#define MOST_LETTERS 6

typedef struct
{
  const char *at;
  const char *end;
  AccordTextNumber *number;
  gsize n_form;
} Scan;

static void
note (Scan *scan, char c)
{
  if (scan->n_form + 1 < sizeof scan->number->form)
    scan->number->form[scan->n_form++] = c;
  scan->number->form[scan->n_form] = '\0';
}

static gboolean
take_digits (Scan *scan, guint64 *value)
{
  const char *start = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  if (scan->at == start || scan->at - start > MOST_DIGITS)
    return FALSE;
  if (value != NULL)
    {
      *value = 0;
      for (const char *at = start; at < scan->at; at++)
        *value = *value * 10 + (*at - '0');
    }
  note (scan, '#');
  return TRUE;
}

/* “HWB.”, “C. ”, “HSC/25/”, “GMCA ”: capitals before the digits. Short words are not (“A 1”). */
static gboolean
take_letters (Scan *scan)
{
  const char *start = scan->at;

  while (scan->at < scan->end && g_ascii_isupper (*scan->at))
    note (scan, *scan->at++);
  if (scan->at == start)
    return TRUE;
  if (scan->at - start > MOST_LETTERS || scan->at >= scan->end)
    return FALSE;
  if (strchr ("./ -", *scan->at) != NULL)
    {
      if (scan->at - start < 2 && *scan->at == ' ')
        return FALSE;
      note (scan, *scan->at++);
      if (scan->at < scan->end && *scan->at == ' ')
        scan->at++;
    }
  return scan->at < scan->end && g_ascii_isdigit (*scan->at);
}

/* “GBP/2122/ 216:”: a blank has slipped in. */
static gboolean
is_loose_row (const Scan *scan)
{
  return scan->at + 2 < scan->end && scan->at[0] == '/' && scan->at[1] == ' ' && g_ascii_isdigit (scan->at[2])
         && g_ascii_isupper (scan->number->form[0]);
}

/* The rows of digits: 43, 5.1, 77/21, 2223/001. */
static gboolean
take_rows (Scan *scan)
{
  guint n_rows = 1;

  if (!take_digits (scan, &scan->number->main))
    return FALSE;
  while (scan->at + 1 < scan->end && strchr ("./", *scan->at) != NULL
         && (g_ascii_isdigit (scan->at[1]) || is_loose_row (scan)))
    {
      note (scan, *scan->at++);
      if (*scan->at == ' ')
        scan->at++;
      if (!take_digits (scan, NULL))
        return FALSE;
      n_rows++;
    }
  return n_rows <= 3;
}

/* “43a”, “1.(i)”, “4(a)”. */
static gboolean
take_tail (Scan *scan)
{
  if (scan->at < scan->end && g_ascii_islower (*scan->at))
    scan->number->letter = *scan->at++;
  if (scan->at < scan->end && *scan->at == '.')
    note (scan, *scan->at++);
  if (scan->at < scan->end && *scan->at == '(')
    {
      const char *start = ++scan->at;

      while (scan->at < scan->end && g_ascii_isalnum (*scan->at))
        scan->at++;
      if (scan->at == start || scan->at - start > 4 || scan->at >= scan->end || *scan->at != ')')
        return FALSE;
      scan->number->letter = *start;
      scan->at++;
    }
  if (scan->at < scan->end && (*scan->at == ':' || *scan->at == ')'))
    note (scan, *scan->at++);
  return TRUE;
}

/**
 * accord_text_number_take:
 * @reading: a reading
 * @span: words that may begin with the number of an item
 * @number: (out): the number
 *
 * Returns: whether they do
 */
gboolean
accord_text_number_take (const AccordTextReading *reading, AccordSpan span, AccordTextNumber *number)
{
  const char *start = reading->text + span.start;
  Scan scan = { start, reading->text + MIN (span.end, span.start + LONGEST), number, 0 };

  memset (number, 0, sizeof *number);
  if (accord_span_is_empty (span) || !take_letters (&scan) || !take_rows (&scan) || !take_tail (&scan))
    return FALSE;
  number->span = (AccordSpan){ span.start, span.start + (scan.at - start) };
  return TRUE;
}

/**
 * accord_text_number_read_line:
 * @reading: a reading
 * @line: number of a line
 * @number: (out): the number
 *
 * Returns: whether the line is the number of an item and nothing else
 */
gboolean
accord_text_number_read_line (const AccordTextReading *reading, guint line, AccordTextNumber *number)
{
  AccordSpan span = accord_text_reading_line (reading, line);

  return span.end - span.start <= LONGEST && accord_text_number_take (reading, span, number)
         && number->span.end == span.end;
}

/**
 * accord_text_number_is_alone:
 * @reading: a reading
 * @line: number of a line
 *
 * Returns: whether the line is the number of an item and nothing else
 */
gboolean
accord_text_number_is_alone (const AccordTextReading *reading, guint line)
{
  AccordTextNumber number;

  return accord_text_number_read_line (reading, line, &number);
}

/**
 * accord_text_number_split_title:
 * @reading: a reading
 * @line: number of a line
 * @number: (out): the number
 * @title: (out): what comes after it
 *
 * Returns: whether the line is a number and a title, as on the pages of issues: “114 Urgent Business”
 */
gboolean
accord_text_number_split_title (const AccordTextReading *reading, guint line, AccordTextNumber *number,
                                AccordSpan *title)
{
  AccordSpan span = accord_text_reading_line (reading, line);
  gsize at;

  if (!accord_text_reading_is_short (reading, line) || !accord_text_number_take (reading, span, number))
    return FALSE;
  at = number->span.end;
  if (at >= span.end || !g_unichar_isspace (g_utf8_get_char (reading->text + at)))
    return FALSE;
  *title = accord_text_reading_trim (reading, (AccordSpan){ at, span.end });
  return !accord_span_is_empty (*title);
}

/**
 * accord_text_number_leads_title:
 * @reading: a reading
 * @line: number of a line
 *
 * Returns: whether the line is a number and a title that names a document, so that it cannot be an entry of a
 * list
 */
gboolean
accord_text_number_leads_title (const AccordTextReading *reading, guint line)
{
  AccordTextNumber number;
  AccordSpan title, words, size;

  return line < reading->lines->len && accord_text_number_split_title (reading, line, &number, &title)
         && accord_text_title_split (reading, title, &words, &size);
}

/**
 * accord_text_number_is_meeting_line:
 * @reading: a reading
 * @line: number of a line
 *
 * Returns: whether it is “Meeting: 01/11/2022 - Cabinet (Item 6)”, with which a page of an issue begins every
 * meeting
 */
gboolean
accord_text_number_is_meeting_line (const AccordTextReading *reading, guint line)
{
  AccordSpan value;
  const char *at;

  if (!accord_text_reading_is_short (reading, line)
      || !accord_text_reading_label (reading, line, "Meeting", &value)
      || value.end - value.start < strlen ("01/11/2022 - X"))
    return FALSE;
  at = reading->text + value.start;
  return g_ascii_isdigit (at[0]) && g_ascii_isdigit (at[1]) && at[2] == '/' && g_ascii_isdigit (at[3])
         && g_ascii_isdigit (at[4]) && at[5] == '/' && g_ascii_isdigit (at[6]) && g_ascii_isdigit (at[7]);
}

/**
 * accord_text_number_is_meeting_heading:
 * @reading: a reading
 * @line: number of a line
 *
 * Returns: whether it is the heading of a meeting, with its date
 */
gboolean
accord_text_number_is_meeting_heading (const AccordTextReading *reading, guint line)
{
  g_autofree char *words = accord_text_reading_dup (reading, line);
  g_auto (AccordTextHeading) heading = { 0 };

  return words != NULL && accord_text_heading_read (words, &heading);
}
