/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "committee-error.h"
#include "date.h"
#include "time-of-day.h"
#include "xml-document.h"

/**
 * accord_xml_dup_code:
 * @parent: an element
 * @name: the name of a child of it
 *
 * Returns: (transfer full) (nullable): the number that the child holds; %NULL where it holds none, or nought
 */
char *
accord_xml_dup_code (const xmlNode *parent, const char *name)
{
  g_autofree char *words = accord_xml_dup_words (parent, name);

  if (words == NULL || words[strspn (words, "0123456789")] != '\0' || words[strspn (words, "0")] == '\0')
    return NULL;
  return g_steal_pointer (&words);
}

/**
 * accord_xml_dup_date:
 * @parent: an element
 * @name: the name of a child of it
 *
 * Returns: (transfer full) (nullable): the day that the child holds, ISO; %NULL where it holds none
 */
char *
accord_xml_dup_date (const xmlNode *parent, const char *name)
{
  g_autofree char *words = accord_xml_dup_words (parent, name);
  char *iso = NULL;

  if (words == NULL || !accord_date_parse (words, &iso, NULL))
    return NULL;
  return iso;
}

/**
 * accord_xml_dup_time:
 * @parent: an element
 * @name: the name of a child of it
 *
 * Returns: (transfer full) (nullable): the time of day that the child holds, "HH:MM"; %NULL where it holds
 * none
 */
char *
accord_xml_dup_time (const xmlNode *parent, const char *name)
{
  g_autofree char *words = accord_xml_dup_words (parent, name);
  gint minutes;

  if (!accord_time_parse (words, &minutes))
    return NULL;
  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

/**
 * accord_xml_stated:
 * @parent: an element
 * @name: the name of a child of it
 *
 * Returns: what the child says: “True”, “False”, or neither
 */
AccordStated
accord_xml_stated (const xmlNode *parent, const char *name)
{
  g_autofree char *words = accord_xml_dup_words (parent, name);

  if (words == NULL)
    return ACCORD_NOT_STATED;
  if (g_ascii_strcasecmp (words, "true") == 0)
    return ACCORD_STATED_YES;
  return g_ascii_strcasecmp (words, "false") == 0 ? ACCORD_STATED_NO : ACCORD_NOT_STATED;
}

/**
 * accord_xml_find_status:
 * @meeting: the element of a meeting
 *
 * Returns: (transfer none) (nullable): "provisional", "confirmed", "moved" or "cancelled"; %NULL for nothing
 * said, and for anything else
 */
const char *
accord_xml_find_status (const xmlNode *meeting)
{
  static const char *const statuses[] = { "provisional", "confirmed", "moved", "cancelled" };
  g_autofree char *words = accord_xml_dup_words (meeting, "meetingstatus");

  for (guint i = 0; words != NULL && i < G_N_ELEMENTS (statuses); i++)
    if (g_ascii_strcasecmp (words, statuses[i]) == 0)
      return statuses[i];
  return NULL;
}

/**
 * accord_xml_refuse:
 * @root: the outermost element of an XML text
 * @error: return location for an error
 *
 * Says of an XML text that is not what was asked for what it is instead.
 */
void
accord_xml_refuse (const xmlNode *root, GError **error)
{
  static const struct
  {
    const char *name;
    const char *words;
  } known[] = {
    { "committees", N_ ("This is a council’s list of committees, not a meeting.") },
    { "getmeetings", N_ ("This is a council’s list of meetings, not a meeting.") },
    { "getmeetingsbydate", N_ ("This is a council’s list of meetings, not a meeting.") },
    { "councillorsbyward", N_ ("This is a council’s list of councillors, not a meeting.") },
    { "councillors", N_ ("This is a council’s list of councillors, not a meeting.") },
    { "meeting", N_ ("This is a meeting, not a list.") },
    { "html", N_ ("The council’s site answered with a web page instead of its data.") },
    { "script", N_ ("The council’s site answered with a script that leads elsewhere instead of its data.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (accord_xml_is (root, known[i].name))
      {
        g_set_error_literal (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
                             _ (known[i].words));
        return;
      }
  g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
               _ ("This XML is of a kind that is not known (“%s”)."), (const char *) root->name);
}
