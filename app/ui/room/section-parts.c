/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/section-parts.h"

#include <string.h>

/* Where Markdown is cut into parts to comment on: before each heading that begins with a number sign, outside
 * of code. */

void
accord_section_part_free (AccordSectionPart *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

/* The words of a heading, or %NULL where @line is none. */
static char *
dup_heading (const char *line)
{
  gsize level = strspn (line, "#");
  g_autofree char *title = NULL;
  gsize length;

  if (level == 0 || level > 6 || (line[level] != ' ' && line[level] != '\t'))
    return NULL;
  title = g_strstrip (g_strdup (line + level));
  length = strlen (title);
  while (length > 0 && title[length - 1] == '#')
    length--;
  title[length] = '\0';
  g_strchomp (title);
  return *title != '\0' ? g_steal_pointer (&title) : NULL;
}

static gboolean
is_fence (const char *line)
{
  line += strspn (line, " ");
  return g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~");
}

static const char *
find_code (const char *title, int five)
{
  const AccordFiveSection *sections;
  guint n_sections;

  if (five < 0 || title == NULL)
    return NULL;
  sections = accord_five_sections ((AccordFiveCase) five, &n_sections);
  for (guint i = 0; i < n_sections; i++)
    if (accord_five_section_is_meant (&sections[i], title))
      return sections[i].code;
  return NULL;
}

static void
end_part (GPtrArray *parts, char *title, GString *text, int five)
{
  g_autofree char *bare = g_strstrip (g_strdup (text->str));
  AccordSectionPart *part;

  if (*bare == '\0')
    {
      g_free (title);
      return;
    }
  part = g_new0 (AccordSectionPart, 1);
  part->title = title;
  part->code = find_code (title, five);
  part->text = g_steal_pointer (&bare);
  g_ptr_array_add (parts, part);
}

/**
 * accord_section_parts:
 * @text: (nullable): a text in Markdown
 * @five: the one of the five cases that it is, or -1
 *
 * Returns: (transfer full) (element-type AccordSectionPart): its parts in order; none for an empty text
 */
GPtrArray *
accord_section_parts (const char *text, int five)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_section_part_free);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GString) now = g_string_new (NULL);
  char *title = NULL;
  gboolean in_code = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *heading = in_code ? NULL : dup_heading (lines[i]);

      if (heading != NULL)
        {
          end_part (parts, title, now, five);
          g_string_truncate (now, 0);
          title = heading;
        }
      in_code = in_code != is_fence (lines[i]);
      g_string_append (now, lines[i]);
      g_string_append_c (now, '\n');
    }
  end_part (parts, title, now, five);
  return parts;
}
