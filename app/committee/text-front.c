/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-front.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text-heading.h"
#include "text-item.h"
#include "text-number.h"
#include "text-words.h"

/* What belongs to the web site around the page. */
static const char *const furniture[] = {
  "Skip to content",
  "Skip to main content",
  "Skip navigation and tools",
  "Skip to navigation",
  "Items",
  "Item",
  "No.",
  "Media",
  "Webcast",
  "Decisions published",
  "loading...",
  "Officer Decisions",
  "Member Delegated Decisions",
  "Member Delegated",
  "How can we help you...",
  "Councillors and committees",
  "modern.gov app available",
  "app available",
  "Share this page",
  "Print this page",
  "Back to top",
};
static const char *const furniture_begins[] = {
  "View upcoming public committee documents",
  "Blackberry Playbook with the free",
  "Android Device or",
  "Use the below search options",
  "Use the search options",
  "Use the links below",
  "You can also search for decisions",
  "Use this page to find information",
  "Alternatively you can visit",
  "See below for information regarding recent decisions",
  "You can also visit the officer decisions",
};

/**
 * accord_text_front_claim_furniture:
 * @reading: a reading
 * @line: number of a line
 *
 * Claims a line that belongs to the web site around the page: an advertisement, a link to skip to the
 * content.
 *
 * Returns: whether it does
 */
gboolean
accord_text_front_claim_furniture (AccordTextReading *reading, guint line)
{
  gboolean is = accord_text_kind_is_list_head (reading, line);

  for (guint i = 0; i < G_N_ELEMENTS (furniture) && !is; i++)
    is = accord_text_reading_is (reading, line, furniture[i]);
  for (guint i = 0; i < G_N_ELEMENTS (furniture_begins) && !is; i++)
    is = accord_text_reading_is_short (reading, line)
         && accord_text_reading_begins (reading, line, furniture_begins[i]);
  if (is)
    accord_text_reading_claim_line (reading, line);
  return is;
}

/* “Manchester City Council”: whose site it is. */
static gboolean
is_council (const char *words)
{
  return g_utf8_strlen (words, -1) <= 60 && strpbrk (words, ".:,;|-") == NULL
         && (g_str_has_suffix (words, " Council") || g_str_has_suffix (words, " Combined Authority")
             || g_str_has_prefix (words, "London Borough of ")
             || g_str_has_prefix (words, "Royal Borough of "));
}

/* “Agenda for Health Board on Monday, 5th October, 2015, 4.00pm”: the title of the web page. */
static gboolean
read_page_title (AccordTextReading *reading, guint line)
{
  static const char opening[] = "Agenda for ";
  g_autofree char *words = accord_text_reading_dup (reading, line);
  g_autofree char *body = NULL;
  AccordTextDate date;
  gsize used = 0;
  const char *after;

  if (words == NULL || reading->page->date != NULL || !g_str_has_prefix (words, opening)
      || !accord_text_date_find_last (words, &date) || date.weekday == G_DATE_BAD_WEEKDAY)
    return FALSE;
  body = g_strndup (words + strlen (opening), date.start - strlen (opening));
  if (!g_str_has_suffix (body, " on "))
    return FALSE;
  body[strlen (body) - strlen (" on ")] = '\0';
  after = words + date.end + strspn (words + date.end, " ,");
  reading->page->time = accord_text_date_take_time (after, &used);
  reading->page->date = g_strdup (date.iso);
  reading->page->body = g_steal_pointer (&body);
  accord_text_reading_claim_line (reading, line);
  return TRUE;
}

/* What stands above the line that names the page: whose site it is, and what belongs to the site. */
static void
read_above (AccordTextReading *reading, guint end)
{
  g_autofree char *name = accord_text_reading_dup (reading, end);

  for (guint i = 0; i < end; i++)
    {
      g_autofree char *words = accord_text_reading_dup (reading, i);

      if (accord_text_front_claim_furniture (reading, i) || read_page_title (reading, i))
        continue;
      if (words != NULL && g_strcmp0 (words, name) == 0)
        accord_text_reading_claim_line (reading, i);
      else if (words != NULL && reading->page->council == NULL && is_council (words))
        {
          reading->page->council = g_strdup (words);
          accord_text_reading_claim_line (reading, i);
        }
      else
        accord_text_reading_unread (reading, accord_text_reading_line (reading, i),
                                    _ ("This stands above the page's heading and belongs to the web site."));
    }
}

/**
 * accord_text_front_read_name:
 * @reading: a reading
 * @kind: what was found out about the page; a line has to name it
 *
 * Keeps the words by which the page names itself, and reads what stands above them.
 */
void
accord_text_front_read_name (AccordTextReading *reading, const AccordTextKind *kind)
{
  static const char *const adverts[] = { " modern.gov app available", " app available" };
  g_autofree char *words = accord_text_reading_dup (reading, kind->line);

  for (guint i = 0; i < G_N_ELEMENTS (adverts); i++)
    if (g_str_has_suffix (words, adverts[i]))
      words[strlen (words) - strlen (adverts[i])] = '\0';
  reading->page->kind_words = g_steal_pointer (&words);
  accord_text_reading_claim_line (reading, kind->line);
  read_above (reading, kind->line);
}

/* The heading: one line, or the body and the date on two. */
static void
read_heading (AccordTextReading *reading, guint first, guint end)
{
  AccordCommitteePage *page = reading->page;

  for (guint i = first; i < end; i++)
    {
      g_autofree char *words = accord_text_reading_dup (reading, i);
      g_auto (AccordTextHeading) heading = { 0 };
      AccordSpan span = accord_text_reading_line (reading, i);

      if (words == NULL || !accord_text_heading_read (words, &heading))
        continue;
      if (heading.body == NULL && i > first)
        {
          g_autofree char *above = accord_text_reading_dup (reading, i - 1);

          if (above != NULL && g_utf8_strlen (above, -1) <= 150 && strpbrk (above, ":|") == NULL)
            {
              accord_text_heading_set_body (&heading, above);
              span.start = accord_text_reading_line (reading, i - 1).start;
            }
        }
      g_free (page->body);
      g_free (page->date);
      g_free (page->time);
      page->body = g_steal_pointer (&heading.body);
      page->prefix = g_steal_pointer (&heading.prefix);
      page->date = g_strdup (heading.date.iso);
      page->time = g_steal_pointer (&heading.time);
      page->status = heading.status;
      accord_text_reading_claim (reading, span);
      if (!accord_text_date_fits_weekday (&heading.date))
        accord_text_reading_unread (reading, span,
                                    _ ("The day of the week in the heading is not that of its date."));
      return;
    }
}

static void
keep (AccordTextReading *reading, guint line, AccordSpan value, char **field)
{
  if (*field == NULL && !accord_span_is_empty (value))
    *field = accord_text_reading_dup_span (reading, value);
  accord_text_reading_claim_line (reading, line);
}

/* “X. View directions”: the words of the link are none of the venue's. */
static AccordSpan
without_link (const AccordTextReading *reading, AccordSpan value)
{
  static const char link[] = "View directions";
  gsize length = strlen (link);

  if (value.end - value.start < length
      || g_ascii_strncasecmp (reading->text + value.end - length, link, length) != 0)
    return value;
  value = accord_text_reading_trim (reading, (AccordSpan){ value.start, value.end - length });
  if (!accord_span_is_empty (value) && reading->text[value.end - 1] == '.')
    value.end--;
  return accord_text_reading_trim (reading, value);
}

static gboolean
read_label (AccordTextReading *reading, guint line)
{
  AccordCommitteePage *page = reading->page;
  AccordSpan value;

  if (accord_text_reading_label (reading, line, "Venue", &value)
      || accord_text_reading_label (reading, line, "Location", &value))
    keep (reading, line, without_link (reading, value), &page->venue);
  else if (accord_text_reading_label (reading, line, "Contact", &value)
           || accord_text_reading_label (reading, line, "Contacts", &value))
    {
      if (page->contact == NULL)
        page->contact = accord_text_words_dup_contact (reading, value);
      accord_text_reading_claim_line (reading, line);
    }
  else if (accord_text_reading_label (reading, line, "Note", &value)
           || accord_text_reading_label (reading, line, "Notes", &value))
    keep (reading, line, value, &page->note);
  else if (accord_text_reading_label (reading, line, "Link", &value)
           || accord_text_reading_label (reading, line, "Webcast", &value)
           || accord_text_reading_label (reading, line, "Media", &value))
    accord_text_reading_claim_line (reading, line);
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_front_label (const AccordTextReading *reading, guint line)
{
  AccordSpan value;

  return accord_text_reading_label (reading, line, "Venue", &value)
         || accord_text_reading_label (reading, line, "Contact", &value)
         || accord_text_reading_label (reading, line, "Note", &value)
         || accord_text_reading_label (reading, line, "Link", &value);
}

/* The line where the items begin: after “No. Item”, or at the first number, or after the last label. */
static guint
find_items (const AccordTextReading *reading, guint first)
{
  guint n = MIN (reading->lines->len, first + ACCORD_TEXT_FRONT), last = first;

  for (guint i = first; i < n; i++)
    if (accord_text_kind_is_list_head (reading, i) || accord_text_kind_is_table_head (reading, i))
      return i + 1;
  for (guint i = first; i < n; i++)
    {
      if (accord_text_number_is_alone (reading, i))
        return i;
      if (is_front_label (reading, i) || accord_text_number_is_meeting_heading (reading, i)
          || accord_text_reading_is (reading, i, "Items") || accord_text_reading_is (reading, i, "Media"))
        last = i + 1;
    }
  return last;
}

/**
 * accord_text_front_read:
 * @reading: a reading of the page of a meeting
 * @kind: what was found out about it
 *
 * Reads what stands before the items: the body, the date and the time from the heading and from nowhere else;
 * the venue, the contact, the note.
 *
 * Returns: the number of the line where the items begin
 */
guint
accord_text_front_read (AccordTextReading *reading, const AccordTextKind *kind)
{
  guint first = kind->line >= 0 ? kind->line + 1 : 0;
  guint items = find_items (reading, first), labels = items;

  if (kind->line >= 0)
    accord_text_front_read_name (reading, kind);
  for (guint i = first; i < items && labels == items; i++)
    if (is_front_label (reading, i))
      labels = i;
  read_heading (reading, first, labels);
  for (guint i = first; i < items; i++)
    if (!accord_text_front_claim_furniture (reading, i) && !read_label (reading, i)
        && accord_text_kind_is_table_head (reading, i))
      accord_text_reading_claim_line (reading, i);
  if (reading->page->date == NULL || reading->page->body == NULL)
    accord_text_reading_unread (reading, (AccordSpan){ 0, 0 },
                                reading->page->date == NULL
                                    ? _ ("The page does not say which body met, nor on which day.")
                                    : _ ("The page does not say which body met."));
  return items;
}
