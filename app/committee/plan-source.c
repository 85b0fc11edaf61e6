/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include "date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many characters of a page's first line as a document is called by. */
#define LONGEST_TITLE 120

static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static char *
dup_first_line (AccordCommitteePage *page)
{
  g_autofree char *text = page->text == NULL
                              ? NULL
                              : accord_committee_page_dup_span (page, (AccordSpan){ 0, strlen (page->text) });

  if (text == NULL)
    return NULL;
  text[strcspn (text, "\r\n")] = '\0';
  return g_utf8_strlen (text, -1) <= LONGEST_TITLE ? g_steal_pointer (&text)
                                                   : g_utf8_substring (text, 0, LONGEST_TITLE);
}

/* What people know a page by: what it is about, the body and the day; of a page that says nothing of these,
 * how it begins. */
static char *
dup_source_title (AccordCommitteePage *page)
{
  g_autoptr (GString) title = g_string_new (NULL);
  const AccordPageDecision *decision = page->decisions->len == 1 ? page->decisions->pdata[0] : NULL;
  const AccordPageItem *item = page->items->len == 1 ? page->items->pdata[0] : NULL;
  g_autofree char *date = page->date != NULL ? accord_date_format (page->date) : NULL;
  const char *const parts[] = {
    decision != NULL                                    ? decision->title
    : item != NULL && page->type != ACCORD_PAGE_MEETING ? item->title
                                                        : NULL,
    page->body,
    date,
  };
  g_autofree char *first = page->type == ACCORD_PAGE_OTHER ? dup_first_line (page) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (title, "%s%s", title->len > 0 ? ", " : "", parts[i]);
  if (title->len == 0)
    g_string_append (title, first != NULL                          ? first
                            : page->kind_words != NULL             ? page->kind_words
                            : page->type == ACCORD_PAGE_COMMITTEES ? _ ("List of committees")
                            : page->type == ACCORD_PAGE_MEETINGS   ? _ ("List of meetings")
                                                                   : _ ("Committee page"));
  return g_string_free (g_steal_pointer (&title), FALSE);
}

static char *
dup_unread (AccordCommitteePage *page)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < page->unread->len; i++)
    {
      const AccordPageUnread *unread = page->unread->pdata[i];
      g_autofree char *words = g_strdup (unread->text != NULL ? unread->text : unread->why);

      g_strdelimit (words, "\n\r", ' ');
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", g_strstrip (words));
    }
  return g_string_free (lines, FALSE);
}

/* The document that stands for the page: its words, and the page byte for byte. */
gboolean
accord_planning_add_source (AccordPlanning *self, GError **error)
{
  AccordCommitteePage *page = self->page;
  g_autoptr (AccordDraft) draft = accord_draft_new (self, "source", (AccordSpan){ 0, 0 }, -1);
  g_autofree char *title = dup_source_title (page), *unread = dup_unread (page), *now = NULL;
  gboolean same_bytes = FALSE;

  draft->existing = self->source;
  if (self->source != ACCORD_UNKNOWN)
    {
      g_autoptr (AccordRecord) ours = accord_reader_get (self->reader, draft->kind, self->source, error);

      if (ours == NULL)
        return FALSE;
      same_bytes = g_strcmp0 (accord_record_get_text (ours, "digest"), self->digest) == 0;
    }
  /* What a document is called, and what kind it is, was settled when it came. */
  if (self->source == ACCORD_UNKNOWN)
    {
      accord_draft_say (draft, "title", title);
      accord_draft_say (draft, "type", page->type != ACCORD_PAGE_OTHER ? "committee-page" : "other");
    }
  accord_draft_say (draft, "address", page->address);
  accord_draft_say (draft, "file-name", self->options != NULL ? self->options->file_name : NULL);
  accord_draft_say (draft, "text", page->text);
  accord_draft_say (draft, "digest", self->digest);
  accord_draft_say (draft, "page", self->digest);
  accord_draft_say (draft, "unread", unread);
  accord_draft_say (draft, "form", accord_page_form_to_word (page->form));
  accord_draft_say (draft, "style", accord_page_style_to_word (page->style));
  /* The same bytes again say nothing new, so that reading them again is no change. */
  if (!same_bytes)
    {
      now = dup_now ();
      accord_draft_say (draft, "fetched-at", page->fetched_at != NULL ? page->fetched_at : now);
      accord_draft_say (draft, "fetched", accord_committee_known_get_today (self->known));
    }
  self->plan->source_row = accord_planning_add (self, draft, error);
  return self->plan->source_row >= 0;
}
