/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-kind.h"

#include <string.h>

#include "text-number.h"
#include "text-title.h"
#include "text-words.h"

/* Among how many lines, from the first, printed minutes say that they are minutes. */
#define LONGEST_FRONT_PAGE 8

/* The lines by which pages name themselves. */
static const struct
{
  const char *words;
  AccordPageType type;
} names[] = {
  { "Agenda item", ACCORD_PAGE_ITEM },
  { "Issue - meetings", ACCORD_PAGE_ISSUE },
  { "Issue - items at meetings", ACCORD_PAGE_ISSUE },
  { "Issue details", ACCORD_PAGE_PLAN },
  { "Decision details", ACCORD_PAGE_DECISION },
  { "Issue - decisions", ACCORD_PAGE_DECISIONS },
  { "Search decisions", ACCORD_PAGE_DECISIONS },
  { "Decisions published", ACCORD_PAGE_DECISIONS },
  { "Officer decisions", ACCORD_PAGE_DECISIONS },
  { "Officer delegated decisions", ACCORD_PAGE_DECISIONS },
  { "Decisions", ACCORD_PAGE_DECISIONS },
};

/* The pages of modern.gov, by the file their address names. */
static const struct
{
  const char *file;
  AccordPageType type;
} addresses[] = {
  { "ielistdocuments.aspx", ACCORD_PAGE_MEETING },        { "mgai.aspx", ACCORD_PAGE_ITEM },
  { "ieissuedetails.aspx", ACCORD_PAGE_ISSUE },           { "mgissuehistoryhome.aspx", ACCORD_PAGE_PLAN },
  { "iedecisiondetails.aspx", ACCORD_PAGE_DECISION },     { "mgdecisiondetails.aspx", ACCORD_PAGE_DECISIONS },
  { "mgdelegateddecisions.aspx", ACCORD_PAGE_DECISIONS },
};

/* “Agenda, decisions and draft minutes”: made of nothing but these words. */
static gboolean
names_meeting (const char *words, gboolean *agenda_only)
{
  static const char *const among[] = { "agenda",        "and",    "draft", "minutes",   "decisions",
                                       "supplementary", "public", "app",   "available", "modern.gov" };
  g_autofree char *lower = g_ascii_strdown (words, -1);
  g_auto (GStrv) parts = NULL;

  if (!g_str_has_prefix (lower, "agenda"))
    return FALSE;
  parts = g_strsplit_set (lower, " ,", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean known = *parts[i] == '\0';

      for (guint j = 0; j < G_N_ELEMENTS (among) && !known; j++)
        known = g_str_equal (parts[i], among[j]);
      if (!known)
        return FALSE;
    }
  *agenda_only = strstr (lower, "minutes") == NULL && strstr (lower, "decisions") == NULL;
  return TRUE;
}

static AccordPageType
name_of (const AccordTextReading *reading, guint line, gboolean *agenda_only)
{
  g_autofree char *words = accord_text_reading_dup (reading, line);

  if (words == NULL)
    return ACCORD_PAGE_OTHER;
  if (names_meeting (words, agenda_only))
    return ACCORD_PAGE_MEETING;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (words, names[i].words) == 0)
      return names[i].type;
  if (accord_text_reading_begins (reading, line, "Issue - items at meetings - "))
    return ACCORD_PAGE_ISSUE;
  return ACCORD_PAGE_OTHER;
}

/* “Item |” on a line of its own. */
static gboolean
is_item_cell (const AccordTextReading *reading, guint line)
{
  return accord_text_reading_is (reading, line, "Item |")
         || accord_text_reading_is (reading, line, "| Item |");
}

/**
 * accord_text_kind_is_table_head:
 * @reading: a reading
 * @line: number of a line
 *
 * Returns: whether it is “No. | Item |”, the head of a table that was broken into bars
 */
gboolean
accord_text_kind_is_table_head (const AccordTextReading *reading, guint line)
{
  AccordSpan span = accord_text_reading_line (reading, line);
  GString *words;
  gboolean is;

  if (span.end - span.start > ACCORD_TEXT_SHORT
      || memchr (reading->text + span.start, '|', span.end - span.start) == NULL)
    return FALSE;
  words = g_string_new (NULL);
  for (gsize at = span.start; at < span.end; at++)
    if (reading->text[at] != '|' && !g_ascii_isspace (reading->text[at]))
      g_string_append_c (words, g_ascii_tolower (reading->text[at]));
  is = g_str_equal (words->str, "no.item") || g_str_equal (words->str, "noteno.item")
       || (g_str_equal (words->str, "no.") && line + 1 < reading->lines->len
           && is_item_cell (reading, line + 1));
  g_string_free (words, TRUE);
  return is;
}

/**
 * accord_text_kind_is_list_head:
 * @reading: a reading
 * @line: number of a line
 *
 * Returns: whether it is “No. Item”, after which the items come
 */
gboolean
accord_text_kind_is_list_head (const AccordTextReading *reading, guint line)
{
  return accord_text_reading_is (reading, line, "No. Item")
         || accord_text_reading_is (reading, line, "Note No. Item");
}

static gboolean
any_label (const AccordTextReading *reading, const char *label)
{
  AccordSpan value;

  for (guint i = 0; i < reading->lines->len; i++)
    if (accord_text_reading_label (reading, i, label, &value))
      return TRUE;
  return FALSE;
}

static gboolean
any_line (const AccordTextReading *reading, const char *words, guint n_lines)
{
  for (guint i = 0; i < MIN (n_lines, reading->lines->len); i++)
    if (accord_text_reading_begins (reading, i, words))
      return TRUE;
  return FALSE;
}

/* Whether minutes are counted through the years, as in “RGSC/19/60 Minutes”: more than once, so that it is no
 * mere reference. */
static gboolean
any_series (const AccordTextReading *reading)
{
  guint n = 0;

  for (guint i = 0; i < reading->lines->len && n < 2; i++)
    {
      AccordTextNumber number;
      AccordSpan title;

      n += accord_text_number_split_title (reading, i, &number, &title) && g_ascii_isupper (number.form[0])
           && strchr (number.form, '/') != NULL;
    }
  return n >= 2;
}

/* “Minutes” alone in a line, under the name of the body. */
static gboolean
any_name_of_minutes (const AccordTextReading *reading)
{
  for (guint i = 1; i < MIN (LONGEST_FRONT_PAGE, reading->lines->len); i++)
    if (accord_text_reading_is (reading, i, "Minutes") || accord_text_reading_is (reading, i, "MINUTES"))
      return TRUE;
  return FALSE;
}

/* Minutes as they are printed, told by how they begin. */
static gboolean
is_printed (const AccordTextReading *reading)
{
  static const char *const openings[] = { "Public Document Pack", "Minutes of the meeting of",
                                          "Minutes of meeting",   "Minutes of a meeting",
                                          "Minutes of the",       "Notice of decisions",
                                          "Decisions agreed",     "At a meeting of" };
  gboolean opened = any_name_of_minutes (reading), present;
  guint n = 15;

  for (guint i = 0; i < reading->lines->len; i++)
    if (accord_text_reading_begins (reading, i, "<AI")
        && accord_text_reading_line (reading, i).end - accord_text_reading_line (reading, i).start <= 8)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (openings) && !opened; i++)
    opened = any_line (reading, openings[i], n);
  present = any_line (reading, "Present:", ACCORD_TEXT_FRONT) || any_line (reading, "Present", n);
  return (present && (opened || any_series (reading))) || any_line (reading, "Public Document Pack", 3);
}

/* Whether the first item of nearly every agenda stands right below the heading. */
static gboolean
is_usual_below (const AccordTextReading *reading)
{
  g_autofree char *words = reading->lines->len > 1 && accord_text_number_is_meeting_heading (reading, 0)
                               ? accord_text_reading_dup (reading, 1)
                               : NULL;

  return words != NULL && strlen (words) < 60 && accord_text_words_are_usual_title (words);
}

/* A page without documents has but a heading and whom to ask. */
static gboolean
is_empty_meeting (const AccordTextReading *reading)
{
  AccordSpan value;
  gboolean headed = FALSE, labelled = FALSE;

  for (guint i = 0; i < MIN (8, reading->lines->len); i++)
    {
      headed = headed || (i < 3 && accord_text_number_is_meeting_heading (reading, i));
      labelled = labelled || accord_text_reading_label (reading, i, "Contact", &value)
                 || accord_text_reading_label (reading, i, "Venue", &value);
    }
  return headed && (labelled || is_usual_below (reading));
}

/* The items of a meeting whose heading is lost: several titles with their documents, and the lists of more.
 */
static gboolean
lists_documents (const AccordTextReading *reading)
{
  guint n_titles = 0, n_lists = 0;

  for (guint i = 0; i < reading->lines->len; i++)
    {
      AccordSpan title, size;

      n_lists += accord_text_reading_is (reading, i, "Additional documents:");
      n_titles += accord_text_reading_is_short (reading, i)
                  && accord_text_title_split (reading, accord_text_reading_line (reading, i), &title, &size);
    }
  return n_titles >= 2 && n_lists >= 1;
}

/* What the lines give away where no line names the page. */
static AccordPageType
guess_type (const AccordTextReading *reading)
{
  guint front = MIN (ACCORD_TEXT_FRONT, reading->lines->len);

  for (guint i = 0; i < front; i++)
    if (accord_text_kind_is_table_head (reading, i) || accord_text_kind_is_list_head (reading, i))
      return ACCORD_PAGE_MEETING;
  for (guint i = 0; i < front; i++)
    if (accord_text_number_is_meeting_line (reading, i))
      return ACCORD_PAGE_ISSUE;
  if (is_printed (reading))
    return ACCORD_PAGE_MINUTES;
  if (any_label (reading, "Decision maker"))
    {
      if (any_label (reading, "Is Key decision?") || any_label (reading, "Date of decision"))
        return ACCORD_PAGE_DECISION;
      if (any_label (reading, "Decision published"))
        return ACCORD_PAGE_DECISIONS;
    }
  if (any_label (reading, "Decision status") && any_label (reading, "Is Key decision?")
      && any_label (reading, "Date of decision"))
    return ACCORD_PAGE_DECISION;
  if (any_label (reading, "Decision type")
      && (any_label (reading, "Decision due")
          || any_label (reading, "Notice of proposed decision first published")
          || any_label (reading, "Decision status")))
    return ACCORD_PAGE_PLAN;
  if (any_line (reading, "Title Date Effective from Call-ins", ACCORD_TEXT_FRONT))
    return ACCORD_PAGE_DECISIONS;
  return is_empty_meeting (reading) || lists_documents (reading) ? ACCORD_PAGE_MEETING : ACCORD_PAGE_OTHER;
}

/* Whether something in the text bears out that it is an item of an agenda. */
static gboolean
is_item (const AccordTextReading *reading)
{
  for (guint i = 0; i < reading->lines->len; i++)
    if (accord_text_reading_is (reading, i, "Minutes:")
        || accord_text_reading_is (reading, i, "Supporting documents:"))
      return TRUE;
  return FALSE;
}

static AccordPageType
type_of_address (const char *address)
{
  g_autofree char *lower = address != NULL ? g_ascii_strdown (address, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (addresses); i++)
    if (strstr (lower, addresses[i].file) != NULL)
      return addresses[i].type;
  return ACCORD_PAGE_OTHER;
}

/* A page that calls itself “Agenda” or “Decisions” is one only if something else bears it out. */
static gboolean
is_borne_out (const AccordTextReading *reading, AccordPageType type)
{
  AccordSpan value;

  if (type != ACCORD_PAGE_MEETING && type != ACCORD_PAGE_DECISIONS)
    return TRUE;
  if (type_of_address (reading->page->address) == type)
    return TRUE;
  for (guint i = 0; i < MIN (ACCORD_TEXT_FRONT, reading->lines->len); i++)
    if (accord_text_reading_label (reading, i, "Venue", &value)
        || accord_text_reading_label (reading, i, "Contact", &value)
        || accord_text_kind_is_list_head (reading, i) || accord_text_kind_is_table_head (reading, i)
        || accord_text_reading_is (reading, i, "Issue - decisions")
        || accord_text_reading_is (reading, i, "Decisions published")
        || accord_text_number_is_meeting_heading (reading, i))
      return TRUE;
  return any_label (reading, "Decision maker");
}

static gboolean
same_words (const AccordTextReading *reading, guint first, guint second)
{
  g_autofree char *a = accord_text_reading_dup (reading, first);
  g_autofree char *b = accord_text_reading_dup (reading, second);

  return g_strcmp0 (a, b) == 0;
}

/**
 * accord_text_kind_find:
 * @reading: a reading
 *
 * Finds out what kind of page a text is: by the line that names it, the last of them where a heading is
 * doubled; else by what its other lines are; else by its address, where the text bears that out.
 *
 * Returns: what it is; %ACCORD_PAGE_OTHER for none of these
 */
AccordTextKind
accord_text_kind_find (const AccordTextReading *reading)
{
  AccordTextKind kind = { ACCORD_PAGE_OTHER, -1, FALSE };

  for (guint i = 0; i < MIN (ACCORD_TEXT_FRONT, reading->lines->len); i++)
    {
      gboolean agenda_only = FALSE;
      AccordPageType type = name_of (reading, i, &agenda_only);

      if (accord_text_kind_is_list_head (reading, i) || accord_text_kind_is_table_head (reading, i))
        break;
      /* A heading may be doubled. */
      if (type == ACCORD_PAGE_OTHER || (kind.line >= 0 && !same_words (reading, kind.line, i)))
        continue;
      kind = (AccordTextKind){ type, i, agenda_only };
    }
  if (kind.line >= 0 && is_borne_out (reading, kind.type))
    return kind;
  kind = (AccordTextKind){ guess_type (reading), -1, FALSE };
  if (kind.type != ACCORD_PAGE_OTHER)
    return kind;
  kind.type = type_of_address (reading->page->address);
  if (is_item (reading))
    kind.type = kind.type == ACCORD_PAGE_ISSUE || accord_text_number_leads_title (reading, 0)
                    ? ACCORD_PAGE_ISSUE
                    : ACCORD_PAGE_ITEM;
  else if (kind.type != ACCORD_PAGE_DECISIONS)
    kind.type = ACCORD_PAGE_OTHER;
  return kind;
}

static gboolean
any_label_line (const AccordTextReading *reading)
{
  for (guint i = 0; i < reading->lines->len; i++)
    if (accord_text_reading_begins (reading, i, "Minutes:")
        || accord_text_reading_begins (reading, i, "Decision:"))
      return TRUE;
  return FALSE;
}

static gboolean
any_number_line (const AccordTextReading *reading)
{
  gboolean listed = FALSE;

  for (guint i = 0; i < reading->lines->len; i++)
    if (accord_text_kind_is_list_head (reading, i))
      listed = TRUE;
    else if (listed && i + 1 < reading->lines->len && accord_text_number_is_alone (reading, i))
      return TRUE;
  return FALSE;
}

/**
 * accord_text_kind_find_style:
 * @reading: a reading
 * @type: what kind of page it is
 *
 * Returns: how its text had been captured; %ACCORD_STYLE_NONE for a page that is no committee page
 */
AccordPageStyle
accord_text_kind_find_style (const AccordTextReading *reading, AccordPageType type)
{
  guint n = reading->lines->len, n_apart = 0, n_wide = 0;

  if (type == ACCORD_PAGE_OTHER)
    return ACCORD_STYLE_NONE;
  if (type == ACCORD_PAGE_MINUTES)
    return ACCORD_STYLE_PRINTED;
  for (guint i = 0; i < n; i++)
    if (i < ACCORD_TEXT_FRONT && accord_text_kind_is_table_head (reading, i))
      return ACCORD_STYLE_BROKEN_TABLE;
  for (guint i = 1; i < n; i++)
    {
      n_apart += accord_text_reading_n_before (reading, i) > 0;
      n_wide += accord_text_reading_n_before (reading, i) > 1;
    }
  if (n > 1 && n_apart * 5 < n)
    return ACCORD_STYLE_SINGLE_NEWLINE;
  if (n_wide == 0 || any_label_line (reading) || (type == ACCORD_PAGE_MEETING && any_number_line (reading)))
    return ACCORD_STYLE_FULL;
  return ACCORD_STYLE_LABELS_LOST;
}
