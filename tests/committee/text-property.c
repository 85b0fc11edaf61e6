/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-property.h"

#include <string.h>

#include "fold.h"

/* Reads words as pasted text. */
AccordCommitteePage *
text_read (const char *text, const char *address)
{
  AccordReadOptions options = { ACCORD_FORM_TEXT, address, NULL, NULL, NULL, NULL };
  g_autoptr (GBytes) raw = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AccordCommitteePage *page = accord_committee_read (raw, &options, NULL, &error);

  g_assert_no_error (error);
  return page;
}

static void
mark (AccordCommitteePage *page, guint8 *seen, AccordSpan span)
{
  gsize length = strlen (page->text);

  if (accord_span_is_empty (span))
    return;
  g_assert_cmpuint (span.end, <=, length);
  g_assert_true (g_utf8_validate (page->text + span.start, span.end - span.start, NULL));
  memset (seen + span.start, 1, span.end - span.start);
}

static void
check_within (AccordSpan part, AccordSpan whole)
{
  if (accord_span_is_empty (part))
    return;
  g_assert_cmpuint (part.start, >=, whole.start);
  g_assert_cmpuint (part.end, <=, whole.end);
}

static void
check_apart (AccordSpan first, AccordSpan second)
{
  if (!accord_span_is_empty (first) && !accord_span_is_empty (second))
    g_assert_true (first.end <= second.start || second.end <= first.start);
}

static gboolean
holds (const char *words, const char *part)
{
  return part != NULL && strstr (words, part) != NULL;
}

/* What a page says before its items: its own fields, or a line that every site has. */
static gboolean
is_front (AccordCommitteePage *page, const char *line)
{
  static const char *const usual[] = { "Items",
                                       "No. Item",
                                       "Media",
                                       "Skip to",
                                       "skip",
                                       "View upcoming",
                                       "Android Device",
                                       "Blackberry",
                                       "app available",
                                       "Link",
                                       "Use ",
                                       "Alternatively",
                                       "Decisions",
                                       "See below",
                                       "You can also",
                                       "Title Date",
                                       "Issue",
                                       "|",
                                       "-",
                                       "No.",
                                       "Venue",
                                       "Contact",
                                       "Note",
                                       "Search",
                                       "modern.gov",
                                       "Item",
                                       "<AI",
                                       "</AI",
                                       "Councillors and",
                                       "How can",
                                       "loading",
                                       "Officer",
                                       "Member",
                                       "Share",
                                       "Print",
                                       "Back to",
                                       "Agenda for" };
  g_autofree char *collapsed = accord_text_collapse (line);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_ascii_strncasecmp (collapsed, usual[i], strlen (usual[i])) == 0)
      return TRUE;
  if (holds (collapsed, page->kind_words) || holds (collapsed, page->council) || holds (collapsed, page->body)
      || (page->date != NULL && (strstr (collapsed, " 20") != NULL || strstr (collapsed, " 19") != NULL)))
    return TRUE;
  for (guint i = 0; i < page->items->len; i++)
    if (holds (collapsed, ((AccordPageItem *) page->items->pdata[i])->title))
      return TRUE;
  for (guint i = 0; i < page->decisions->len; i++)
    if (holds (collapsed, ((AccordPageDecision *) page->decisions->pdata[i])->title))
      return TRUE;
  return FALSE;
}

static void
check_items (AccordCommitteePage *page, guint8 *seen)
{
  for (guint i = 0; i < page->items->len; i++)
    {
      const AccordPageItem *item = page->items->pdata[i];
      const AccordPageItem *before = i > 0 ? page->items->pdata[i - 1] : NULL;

      mark (page, seen, item->place);
      check_within (item->proposed, item->place);
      check_within (item->decision, item->place);
      check_within (item->minutes, item->place);
      check_apart (item->proposed, item->decision);
      check_apart (item->proposed, item->minutes);
      check_apart (item->decision, item->minutes);
      g_assert_cmpuint (item->position, ==, i + 1);
      if (before != NULL)
        g_assert_cmpuint (before->place.start, <=, item->place.start);
      if (item->number != NULL)
        g_assert_nonnull (strstr (page->text, item->number));
      for (guint j = 0; j < item->documents->len; j++)
        {
          const AccordPageDocument *document = item->documents->pdata[j];

          g_assert_nonnull (document->title);
          g_assert_null (strstr (document->title, "Additional documents"));
          check_within (document->span, item->place);
        }
    }
}

/* What must hold of every page of text: places lie within the page and apart from each other, and every word
 * is in the heading, in an item or a decision, or unread with a reason. */
void
text_check (AccordCommitteePage *page)
{
  gsize length = strlen (page->text);
  g_autofree guint8 *seen = g_malloc0 (length + 1);
  g_auto (GStrv) lines = NULL;
  gsize at = 0;

  check_items (page, seen);
  for (guint i = 0; i < page->decisions->len; i++)
    {
      const AccordPageDecision *decision = page->decisions->pdata[i];

      mark (page, seen, decision->place);
      check_within (decision->purpose, decision->place);
      check_within (decision->text, decision->place);
      check_within (decision->alternatives, decision->place);
    }
  for (guint i = 0; i < page->unread->len; i++)
    {
      const AccordPageUnread *unread = page->unread->pdata[i];

      mark (page, seen, unread->span);
      g_assert_nonnull (unread->why);
    }
  if (page->type == ACCORD_PAGE_OTHER)
    g_assert_cmpuint (page->items->len + page->decisions->len, ==, 0);
  lines = g_strsplit (page->text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; at += strlen (lines[i]) + 1, i++)
    for (gsize j = 0; lines[i][j] != '\0'; j++)
      if (!seen[at + j] && g_ascii_isalnum (lines[i][j]) && !is_front (page, lines[i]))
        g_error ("lost: %s", lines[i]);
}
