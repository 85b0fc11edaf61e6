/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-refusal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "committee-error.h"

/* What the title of a page begins with that came in place of another. */
static const char *const errors[] = { "error",
                                      "404",
                                      "500",
                                      "502",
                                      "503",
                                      "410",
                                      "page not found",
                                      "not found",
                                      "server error",
                                      "runtime error",
                                      "bad request",
                                      "bad gateway",
                                      "service unavailable",
                                      "site unavailable",
                                      "internal server error",
                                      "sorry, an error",
                                      "an error",
                                      "object moved",
                                      "document moved" };
static const char *const refusals[] = { "403",
                                        "401",
                                        "access denied",
                                        "forbidden",
                                        "unauthorized",
                                        "unauthorised",
                                        "request rejected",
                                        "just a moment",
                                        "attention required",
                                        "are you a robot",
                                        "too many requests",
                                        "sign in",
                                        "log in",
                                        "login" };
static const char *const searches[] = { "search results", "search documents", "document search",
                                        "advanced search" };

/* “Error”, “Error - page”, “404: nothing here”; but no title of which it is only the beginning of a longer
 * word. */
static gboolean
begins_with_any (const char *title, const char *const *words, guint n_words)
{
  g_autofree char *lower = g_ascii_strdown (title, -1);

  for (guint i = 0; i < n_words; i++)
    if (g_str_has_prefix (lower, words[i]) && !g_ascii_isalnum (lower[strlen (words[i])]))
      return TRUE;
  return FALSE;
}

#define BEGINS_WITH_ANY(title, words) begins_with_any (title, words, G_N_ELEMENTS (words))

/* What a page calls itself: its first heading where it has one, else what its window is called. */
static char *
dup_title (const AccordHtml *html)
{
  for (guint i = 0; i < html->blocks->len; i++)
    if (accord_html_get_block (html, i)->role == ACCORD_HTML_MAIN_TITLE)
      return accord_html_dup_words (html, accord_html_get_block (html, i)->span);
  return g_strdup (html->title);
}

static gboolean
check_title (const char *title, GError **error)
{
  if (BEGINS_WITH_ANY (title, refusals))
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_REFUSED,
                 _ ("The council’s site does not show this page to everybody (“%s”)."), title);
  else if (BEGINS_WITH_ANY (title, errors))
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
                 _ ("The council’s site answered with an error page (“%s”)."), title);
  else if (BEGINS_WITH_ANY (title, searches))
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
                 _ ("This is a search page (“%s”), not a page of a committee."), title);
  else
    return TRUE;
  return FALSE;
}

/**
 * accord_html_check:
 * @html: what a page holds
 * @error: return location for an error
 *
 * Refuses what is recognised as no committee page, and says what it is: a page of another system, an error
 * page, a search, a script or a page that leads elsewhere, nothing.
 *
 * Returns: whether it may be a committee page
 */
gboolean
accord_html_check (const AccordHtml *html, GError **error)
{
  g_autofree char *title = dup_title (html);

  if (html->cmis)
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
                 _ ("This is a page of CMIS, a committee system that is not read."));
  else if (html->blocks->len == 0 && (html->n_scripts > 0 || html->refreshes))
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
                 _ ("The council’s site answered with a script that leads elsewhere, not with a page."));
  else if (html->blocks->len == 0)
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
                 _ ("The page has no words."));
  else if (html->refreshes && html->n_classes == 0)
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
                 _ ("The council’s site answered with a page that leads elsewhere."));
  else
    return check_title (title, error) && (html->n_classes > 0 || check_title (html->title, error));
  return FALSE;
}
