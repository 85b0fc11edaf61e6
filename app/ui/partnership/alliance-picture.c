/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/answer-picture.h"

#include "date.h"

#include <glib/gi18n-lib.h>

/* Of an alliance that is not in view, more partners than these are counted. */
#define MOST_OTHERS 6
/* Of the one in view, more than these are no picture any more. */
#define MOST_IN_VIEW 60
/* Boards that answer to boards that answer to … beyond this is a ring. */
#define DEEPEST 8

enum
{
  TIER_ABOVE,
  TIER_ORGANISATION,
  TIER_OVERSIGHT,
  TIER_COMMISSIONING,
  TIER_OTHER,
  TIER_PROVISION,
  TIER_BELOW,
};

typedef struct
{
  AccordAlliance *alliance;
  AccordAnswerPicture *picture;
} Build;

static int
tier_of (AccordRecord *organisation)
{
  switch (accord_alliance_side_of (organisation))
    {
    case ACCORD_ALLIANCE_SIDE_OVERSEES:
      return TIER_OVERSIGHT;
    case ACCORD_ALLIANCE_SIDE_COMMISSIONS:
      return TIER_COMMISSIONING;
    case ACCORD_ALLIANCE_SIDE_PROVIDES:
      return TIER_PROVISION;
    default:
      return TIER_OTHER;
    }
}

static const char *
side_word (AccordRecord *organisation)
{
  switch (accord_alliance_side_of (organisation))
    {
    case ACCORD_ALLIANCE_SIDE_OVERSEES:
      return _ ("oversees");
    case ACCORD_ALLIANCE_SIDE_COMMISSIONS:
      return _ ("commissions");
    case ACCORD_ALLIANCE_SIDE_PROVIDES:
      return _ ("provides");
    default:
      return NULL;
    }
}

static void
add_frame (Build *self, AccordRecord *organisation, int tier, int n_partners)
{
  AccordAnswerPart *part = accord_answer_picture_add_frame (self->picture, tier, organisation);
  const char *side = side_word (organisation);
  g_autofree char *partners =
      g_strdup_printf (ngettext ("%d partner", "%d partners", n_partners), n_partners);

  part->title = accord_record_dup_title (organisation);
  if (n_partners == 0)
    part->caption = g_strdup (tier == TIER_ORGANISATION ? _ ("its boards and committees") : side);
  else if (side != NULL)
    /* Translators: “commissions” or “provides”, and how many partners. */
    part->caption = g_strdup_printf (_ ("%s, %s"), side, partners);
  else
    part->caption = g_strdup (partners);
  part->label =
      part->caption != NULL ? g_strdup_printf ("%s: %s", part->title, part->caption) : g_strdup (part->title);
  if (organisation == self->alliance->facts->organisation)
    part->ring = ACCORD_ANSWER_RING_VIEW;
}

static void
add_frames (Build *self)
{
  AccordRecord *view = self->alliance->facts->organisation;
  GPtrArray *alliances = self->alliance->alliances;

  if (accord_alliance_facts_is_alliance (self->alliance->facts))
    add_frame (self, view, tier_of (view), (int) self->alliance->members->len);
  else
    for (guint i = 0; i < self->alliance->bodies->len; i++)
      if (accord_record_refers_to (self->alliance->bodies->pdata[i], "organisation",
                                   accord_record_get_id (view)))
        {
          add_frame (self, view, TIER_ORGANISATION, 0);
          break;
        }
  for (guint i = 0; i < alliances->len; i++)
    {
      g_autoptr (GPtrArray) members =
          accord_alliance_members_of (self->alliance, accord_record_get_id (alliances->pdata[i]));

      add_frame (self, alliances->pdata[i], tier_of (alliances->pdata[i]), (int) members->len);
    }
}

/* --- Boards. */

static int
frame_of_body (Build *self, AccordRecord *body)
{
  AccordRecord *owner =
      accord_alliance_facts_find (self->alliance->facts, accord_record_get_int (body, "organisation"));

  return owner != NULL ? accord_answer_picture_find_frame (self->picture, owner) : -1;
}

/* How many boards stand above one within the same frame. */
static int
level_of (Build *self, AccordRecord *body, int depth)
{
  int frame = frame_of_body (self, body);
  int level = 0;

  for (guint i = 0; depth < DEEPEST && i < self->alliance->lines->len; i++)
    {
      const AccordAllianceLine *line = self->alliance->lines->pdata[i];

      if (line->type > ACCORD_ALLIANCE_SCRUTINISED || line->from != body
          || frame_of_body (self, line->to) != frame)
        continue;
      level = MAX (level, 1 + level_of (self, line->to, depth + 1));
    }
  return level;
}

/* Whether it answers to a board in a frame: then it stands below, and not above. */
static gboolean
answers_to_framed (Build *self, AccordRecord *body)
{
  for (guint i = 0; i < self->alliance->lines->len; i++)
    {
      const AccordAllianceLine *line = self->alliance->lines->pdata[i];

      if (line->type <= ACCORD_ALLIANCE_SCRUTINISED && line->from == body
          && frame_of_body (self, line->to) >= 0)
        return TRUE;
    }
  return FALSE;
}

static char *
dup_since (AccordRecord *body)
{
  const char *from = accord_record_get_text (body, "from");
  g_autofree char *day = accord_date_is_iso (from) ? accord_date_format (from) : NULL;

  if (day != NULL)
    return g_strdup_printf (_ ("from %s"), day);
  return g_strdup (accord_record_get_text (body, "from-words"));
}

static void
add_body (Build *self, AccordRecord *body)
{
  int frame = frame_of_body (self, body);
  int tier = answers_to_framed (self, body) ? TIER_BELOW : TIER_ABOVE;
  AccordAnswerPart *part =
      accord_answer_picture_add_node (self->picture, frame, tier, level_of (self, body, 0), body);

  part->title = accord_record_dup_title (body);
  part->label = accord_alliance_dup_body_name (body);
  part->caption =
      frame >= 0 ? dup_since (body) : g_strdup (accord_record_get_reference_title (body, "organisation"));
}

/* --- Partners. */

static char *
dup_partner_caption (Build *self, AccordRecord *partner, int frame)
{
  const AccordKind *kind = accord_record_get_kind (partner);
  AccordAnswerPart *where = self->picture->frames->pdata[frame];
  AccordRecord *alliance = accord_alliance_facts_find (self->alliance->facts, where->id);
  const char *type;

  if (accord_alliance_is_on_both_sides (self->alliance, accord_record_get_id (partner)))
    return g_strdup (accord_alliance_side_of (alliance) == ACCORD_ALLIANCE_SIDE_PROVIDES
                         ? _ ("also commissions")
                         : _ ("also provides"));
  type = accord_record_get_text (partner, "type");
  if (g_strcmp0 (type, "voluntary") == 0)
    return g_strdup (_ ("Voluntary sector"));
  if (type == NULL || g_strcmp0 (type, "other") == 0)
    return NULL;
  return g_strdup (accord_field_choice_label (accord_kind_get_field (kind, "type"), type));
}

static void
add_partner (Build *self, AccordRecord *membership, int frame)
{
  gint64 id = accord_record_get_int (membership, "organisation");
  AccordRecord *partner = accord_alliance_facts_find (self->alliance->facts, id);
  AccordAnswerPart *part = accord_answer_picture_add_node (self->picture, frame, 0, DEEPEST, partner);
  g_autofree char *name = accord_record_dup_title (partner);

  part->title = accord_alliance_dup_short_name (partner);
  part->caption = dup_partner_caption (self, partner, frame);
  part->label = part->caption != NULL ? g_strdup_printf ("%s, %s", name, part->caption) : g_strdup (name);
  if (accord_alliance_is_on_both_sides (self->alliance, id))
    part->ring = ACCORD_ANSWER_RING_BOTH;
  else if (partner == self->alliance->facts->organisation)
    part->ring = ACCORD_ANSWER_RING_VIEW;
}

static void
add_rest (Build *self, AccordRecord *alliance, int frame, int n)
{
  AccordAnswerPart *part = accord_answer_picture_add_node (self->picture, frame, 0, DEEPEST, alliance);

  part->title = g_strdup_printf (ngettext ("%d more", "%d more", n), n);
  part->caption = g_strdup (ngettext ("partner", "partners", n));
  part->label = g_strdup_printf ("%s %s", part->title, part->caption);
}

static gboolean
is_shared (Build *self, AccordRecord *membership)
{
  gint64 id = accord_record_get_int (membership, "organisation");

  return id == accord_record_get_id (self->alliance->facts->organisation)
         || accord_alliance_is_on_both_sides (self->alliance, id);
}

/* Of the alliance in view all partners, of another those that matter here and the first few. */
static void
add_partners (Build *self, int frame)
{
  AccordAnswerPart *where = self->picture->frames->pdata[frame];
  AccordRecord *alliance = accord_alliance_facts_find (self->alliance->facts, where->id);
  g_autoptr (GPtrArray) members = accord_alliance_members_of (self->alliance, where->id);
  guint most = where->ring == ACCORD_ANSWER_RING_VIEW ? MOST_IN_VIEW : MOST_OTHERS;
  guint room = members->len > most ? most - 1 : members->len;
  guint n_shared = 0, n_shown = 0;

  for (guint i = 0; i < members->len; i++)
    n_shared += is_shared (self, members->pdata[i]);
  for (guint i = 0; i < members->len; i++)
    {
      gboolean shared = is_shared (self, members->pdata[i]);

      if (!shared && n_shown + n_shared >= room)
        continue;
      n_shared -= shared;
      n_shown++;
      add_partner (self, members->pdata[i], frame);
    }
  if (n_shown < members->len)
    add_rest (self, alliance, frame, (int) (members->len - n_shown));
}

/* --- Lines. */

static int
find_common_frame (Build *self, AccordRecord *a, AccordRecord *b)
{
  int found = -1;

  for (int i = 0; i < (int) self->picture->frames->len; i++)
    {
      const AccordAnswerPart *frame = self->picture->frames->pdata[i];

      if (accord_answer_picture_find_node (self->picture, a, i) >= 0
          && accord_answer_picture_find_node (self->picture, b, i) >= 0
          && (found < 0 || frame->ring == ACCORD_ANSWER_RING_VIEW))
        found = i;
    }
  return found;
}

static AccordAnswerLineStyle
style_of (AccordAllianceLineType type)
{
  switch (type)
    {
    case ACCORD_ALLIANCE_SCRUTINISED:
      return ACCORD_ANSWER_LINE_DASHED;
    case ACCORD_ALLIANCE_TRANSFER:
      return ACCORD_ANSWER_LINE_MOVES;
    case ACCORD_ALLIANCE_JOINT:
      return ACCORD_ANSWER_LINE_SHARED;
    default:
      return ACCORD_ANSWER_LINE_FULL;
    }
}

static void
add_line (Build *self, const AccordAllianceLine *line, guint index)
{
  gboolean frames = line->type == ACCORD_ALLIANCE_COMMISSIONS;
  /* Each transfer and each pair with joint posts has a line of its own; boards' lines may fork. */
  int style = line->type <= ACCORD_ALLIANCE_SCRUTINISED ? (int) line->type : 100 + (int) index;
  AccordRecord *opens = line->type <= ACCORD_ALLIANCE_COMMISSIONS ? line->from : line->records->pdata[0];
  AccordAnswerPart *part;
  int from, to;

  if (frames)
    {
      from = accord_answer_picture_find_frame (self->picture, line->from);
      to = accord_answer_picture_find_frame (self->picture, line->to);
    }
  else
    {
      int common = find_common_frame (self, line->from, line->to);

      from = accord_answer_picture_find_node (self->picture, line->from, common);
      to = accord_answer_picture_find_node (self->picture, line->to, common);
    }
  if (from < 0 || to < 0 || from == to)
    return;
  part = accord_answer_picture_add_line (self->picture, frames, from, to, style, opens);
  part->title = accord_alliance_line_dup_words (line);
  part->label = accord_alliance_line_dup_sentence (line);
  part->style = style_of (line->type);
}

static void
say_both (Build *self)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->picture->nodes->len; i++)
    {
      const AccordAnswerPart *part = self->picture->nodes->pdata[i];
      AccordRecord *organisation = g_str_equal (part->kind, "organisation")
                                       ? accord_alliance_facts_find (self->alliance->facts, part->id)
                                       : NULL;
      g_autofree char *name = NULL;

      if (organisation == NULL || !accord_alliance_is_on_both_sides (self->alliance, part->id)
          || accord_answer_picture_find_node (self->picture, organisation, -1) != (int) i)
        continue;
      name = accord_record_dup_title (organisation);
      g_string_append_printf (names, "%s%s", n++ > 0 ? ", " : "", name);
    }
  if (n > 0)
    self->picture->both = g_strdup_printf (
        ngettext ("%s stands on both sides: where services are commissioned and where they are provided.",
                  "%s stand on both sides: where services are commissioned and where they are provided.", n),
        names->str);
  g_string_free (names, TRUE);
}

/**
 * accord_answer_picture_of_alliance:
 * @alliance: an organisation or alliance on a day
 *
 * Returns: (transfer full): who answers to whom in its system: above, the boards of others; then those that
 * oversee, commission and provide
 */
AccordAnswerPicture *
accord_answer_picture_of_alliance (AccordAlliance *alliance)
{
  g_autofree char *summary = accord_alliance_dup_summary (alliance);
  Build self = { alliance, accord_answer_picture_new (summary) };

  if (alliance->state != ACCORD_ALLIANCE_EXISTS)
    return self.picture;
  add_frames (&self);
  for (guint i = 0; i < alliance->bodies->len; i++)
    add_body (&self, alliance->bodies->pdata[i]);
  for (int i = 0; i < (int) self.picture->frames->len; i++)
    add_partners (&self, i);
  for (guint i = 0; i < alliance->lines->len; i++)
    add_line (&self, alliance->lines->pdata[i], i);
  say_both (&self);
  return self.picture;
}

/* --- Succession. */

static char *
dup_life (AccordRecord *organisation)
{
  const char *opened = accord_record_get_text (organisation, "opened");
  const char *closed = accord_record_get_text (organisation, "closed");
  g_autofree char *first = accord_date_is_iso (opened)
                               ? accord_date_format (opened)
                               : g_strdup (accord_record_get_text (organisation, "opened-words"));
  g_autofree char *last = accord_date_is_iso (closed) ? accord_date_format (closed) : NULL;

  if (first != NULL && last != NULL)
    return g_strdup_printf (_ ("%s to %s"), first, last);
  if (last != NULL)
    return g_strdup_printf (_ ("until %s"), last);
  return first != NULL ? g_strdup_printf (_ ("from %s"), first) : NULL;
}

static void
add_stage (AccordAnswerPicture *picture, AccordRecord *organisation, int step, gboolean view)
{
  AccordAnswerPart *part = accord_answer_picture_add_node (picture, -1, step, 0, organisation);

  part->title = accord_record_dup_title (organisation);
  part->caption = dup_life (organisation);
  part->label =
      part->caption != NULL ? g_strdup_printf ("%s, %s", part->title, part->caption) : g_strdup (part->title);
  part->ring = view ? ACCORD_ANSWER_RING_VIEW : ACCORD_ANSWER_RING_PLAIN;
}

static void
join_stages (AccordAnswerPicture *picture, AccordRecord *before, AccordRecord *after)
{
  int from = accord_answer_picture_find_node (picture, before, -1);
  int to = accord_answer_picture_find_node (picture, after, -1);
  g_autofree char *first = accord_record_dup_title (before);
  g_autofree char *second = accord_record_dup_title (after);
  AccordAnswerPart *part;

  if (from < 0 || to < 0 || from == to)
    return;
  part = accord_answer_picture_add_line (picture, FALSE, from, to, 0, after);
  part->title = g_strdup (_ ("succeeded by"));
  part->label = g_strdup_printf (_ ("%s was succeeded by %s."), first, second);
}

/**
 * accord_answer_picture_of_succession:
 * @facts: what is on record about an organisation
 *
 * Returns: (transfer full): what it was before and what it became, from the top downwards
 */
AccordAnswerPicture *
accord_answer_picture_of_succession (AccordAllianceFacts *facts)
{
  g_autofree char *name = accord_record_dup_title (facts->organisation);
  g_autofree char *summary = g_strdup_printf (_ ("What was before %s, and what came after."), name);
  AccordAnswerPicture *picture = accord_answer_picture_new (summary);

  add_stage (picture, facts->organisation, 0, TRUE);
  for (guint i = 0; i < facts->succession->len; i++)
    {
      const AccordAllianceStep *step = facts->succession->pdata[i];

      add_stage (picture, step->organisation, step->step, FALSE);
    }
  for (guint i = 0; i < facts->succession->len; i++)
    {
      const AccordAllianceStep *step = facts->succession->pdata[i];

      if (step->from != NULL)
        join_stages (picture, step->from, step->organisation);
      if (step->to != NULL)
        join_stages (picture, step->organisation, step->to);
    }
  return picture;
}
