/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alliance.h"

#include "date.h"

#include <string.h>

static void
line_free (gpointer data)
{
  AccordAllianceLine *self = data;

  g_ptr_array_unref (self->records);
  g_free (self);
}

void
accord_alliance_free (AccordAlliance *self)
{
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->partner_in, g_ptr_array_unref);
  g_clear_pointer (&self->alliances, g_ptr_array_unref);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_clear_pointer (&self->joint, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  accord_alliance_facts_unref (self->facts);
  g_free (self->day);
  g_free (self);
}

static gboolean
was_there (AccordAlliance *self, AccordRecord *record)
{
  AccordAllianceSpan span;

  accord_alliance_facts_get_span (self->facts, record, &span);
  return accord_alliance_span_has (&span, self->day);
}

static gint64
id_in_view (AccordAlliance *self)
{
  return accord_record_get_id (self->facts->organisation);
}

static void
find_state (AccordAlliance *self)
{
  AccordAllianceSpan span;

  accord_alliance_facts_get_span (self->facts, self->facts->organisation, &span);
  if (span.from != NULL && strcmp (self->day, span.from) < 0)
    self->state = ACCORD_ALLIANCE_NOT_YET;
  else if (span.until != NULL && strcmp (span.until, self->day) <= 0)
    self->state = ACCORD_ALLIANCE_ENDED;
  else
    self->state = ACCORD_ALLIANCE_EXISTS;
}

static void
find_members (AccordAlliance *self)
{
  GPtrArray *all = self->facts->memberships;

  for (guint i = 0; i < all->len; i++)
    {
      AccordAllianceSpan span;

      accord_alliance_facts_get_span (self->facts, all->pdata[i], &span);
      if (!accord_alliance_span_has (&span, self->day))
        continue;
      if (accord_record_refers_to (all->pdata[i], "organisation", id_in_view (self)))
        g_ptr_array_add (self->partner_in, all->pdata[i]);
      if (!accord_record_refers_to (all->pdata[i], "alliance", id_in_view (self)))
        continue;
      g_ptr_array_add (self->members, all->pdata[i]);
      self->n_undated += !span.from_known;
    }
}

static gboolean
belongs_to_view (AccordAlliance *self, AccordRecord *post)
{
  gint64 body = accord_record_get_int (post, "body");

  if (accord_record_refers_to (post, "organisations", id_in_view (self)))
    return TRUE;
  for (guint i = 0; body != ACCORD_UNKNOWN && i < self->facts->bodies->len; i++)
    {
      AccordRecord *candidate = self->facts->bodies->pdata[i];

      if (accord_record_get_id (candidate) == body)
        return accord_record_refers_to (candidate, "organisation", id_in_view (self));
    }
  return FALSE;
}

static void
find_others (AccordAlliance *self)
{
  AccordAllianceFacts *facts = self->facts;

  for (guint i = 0; i < facts->alliances->len; i++)
    if (was_there (self, facts->alliances->pdata[i]))
      g_ptr_array_add (self->alliances, facts->alliances->pdata[i]);
  for (guint i = 0; i < facts->bodies->len; i++)
    if (was_there (self, facts->bodies->pdata[i]))
      g_ptr_array_add (self->bodies, facts->bodies->pdata[i]);
  for (guint i = 0; i < facts->posts->len; i++)
    if (was_there (self, facts->posts->pdata[i]))
      g_ptr_array_add (belongs_to_view (self, facts->posts->pdata[i]) ? self->posts : self->joint,
                       facts->posts->pdata[i]);
}

/* --- Lines. */

static AccordAllianceLine *
add_line (AccordAlliance *self, AccordAllianceLineType type, AccordRecord *from, AccordRecord *to)
{
  AccordAllianceLine *line = g_new0 (AccordAllianceLine, 1);

  line->type = type;
  line->from = from;
  line->to = to;
  line->records = g_ptr_array_new ();
  g_ptr_array_add (self->lines, line);
  return line;
}

static AccordRecord *
find_body (AccordAlliance *self, gint64 id)
{
  for (guint i = 0; i < self->bodies->len; i++)
    if (accord_record_get_id (self->bodies->pdata[i]) == id)
      return self->bodies->pdata[i];
  return NULL;
}

static void
add_body_lines (AccordAlliance *self, AccordRecord *body)
{
  AccordRecord *superior = find_body (self, accord_record_get_int (body, "accountable-to"));
  gsize n_ids;
  const gint64 *ids = accord_record_get_ids (body, "scrutinised-by", &n_ids);

  if (superior != NULL)
    add_line (self, ACCORD_ALLIANCE_ACCOUNTABLE, body, superior);
  for (gsize i = 0; ids != NULL && i < n_ids; i++)
    if ((superior = find_body (self, ids[i])) != NULL)
      add_line (self, ACCORD_ALLIANCE_SCRUTINISED, body, superior);
}

static void
add_counter_line (AccordAlliance *self, AccordRecord *commissioner, AccordRecord *provider)
{
  g_autoptr (GPtrArray) buyers = accord_alliance_members_of (self, accord_record_get_id (commissioner));
  g_autoptr (GPtrArray) sellers = accord_alliance_members_of (self, accord_record_get_id (provider));
  AccordAllianceLine *line = NULL;

  for (guint i = 0; i < buyers->len; i++)
    for (guint j = 0; j < sellers->len; j++)
      {
        gint64 partner = accord_record_get_int (buyers->pdata[i], "organisation");

        if (accord_record_get_int (sellers->pdata[j], "organisation") != partner)
          continue;
        if (line == NULL)
          line = add_line (self, ACCORD_ALLIANCE_COMMISSIONS, commissioner, provider);
        g_ptr_array_add (line->records, accord_alliance_facts_find (self->facts, partner));
      }
}

static void
add_counter_lines (AccordAlliance *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (self->state == ACCORD_ALLIANCE_EXISTS)
    g_ptr_array_add (all, self->facts->organisation);
  for (guint i = 0; i < self->alliances->len; i++)
    g_ptr_array_add (all, self->alliances->pdata[i]);
  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < all->len; j++)
      if (accord_alliance_side_of (all->pdata[i]) == ACCORD_ALLIANCE_SIDE_COMMISSIONS
          && accord_alliance_side_of (all->pdata[j]) == ACCORD_ALLIANCE_SIDE_PROVIDES)
        add_counter_line (self, all->pdata[i], all->pdata[j]);
}

static void
add_transfer_lines (AccordAlliance *self)
{
  for (guint i = 0; i < self->facts->transfers->len; i++)
    {
      AccordRecord *transfer = self->facts->transfers->pdata[i];
      AccordRecord *from =
          accord_alliance_facts_find (self->facts, accord_record_get_int (transfer, "from-organisation"));
      AccordRecord *to =
          accord_alliance_facts_find (self->facts, accord_record_get_int (transfer, "to-organisation"));

      if (from != NULL && to != NULL)
        g_ptr_array_add (add_line (self, ACCORD_ALLIANCE_TRANSFER, from, to)->records, transfer);
    }
}

/* One line for all the posts that the same two share. */
static void
add_joint_post (AccordAlliance *self, AccordRecord *post, gint64 first, gint64 second)
{
  AccordRecord *from = accord_alliance_facts_find (self->facts, MIN (first, second));
  AccordRecord *to = accord_alliance_facts_find (self->facts, MAX (first, second));
  AccordAllianceLine *line = NULL;

  if (from == NULL || to == NULL || from == to)
    return;
  for (guint i = 0; line == NULL && i < self->lines->len; i++)
    {
      AccordAllianceLine *other = self->lines->pdata[i];

      if (other->type == ACCORD_ALLIANCE_JOINT && other->from == from && other->to == to)
        line = other;
    }
  if (line == NULL)
    line = add_line (self, ACCORD_ALLIANCE_JOINT, from, to);
  g_ptr_array_add (line->records, post);
}

static void
add_joint_lines (AccordAlliance *self, GPtrArray *posts)
{
  for (guint i = 0; i < posts->len; i++)
    {
      gsize n_ids;
      const gint64 *ids = accord_record_get_ids (posts->pdata[i], "organisations", &n_ids);

      for (gsize j = 1; ids != NULL && j < n_ids; j++)
        add_joint_post (self, posts->pdata[i], ids[j - 1], ids[j]);
    }
}

/**
 * accord_alliance_members_of:
 * @self: a system on a day
 * @alliance: identifier of an alliance of it
 *
 * Returns: (transfer container) (element-type AccordRecord): the memberships of it that counted
 */
GPtrArray *
accord_alliance_members_of (AccordAlliance *self, gint64 alliance)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < self->facts->memberships->len; i++)
    {
      AccordRecord *membership = self->facts->memberships->pdata[i];

      if (accord_record_refers_to (membership, "alliance", alliance) && was_there (self, membership))
        g_ptr_array_add (members, membership);
    }
  return members;
}

/**
 * accord_alliance_is_on_both_sides:
 * @self: a system on a day
 * @organisation: identifier of an organisation
 *
 * Returns: whether it was a partner both where services are commissioned and where they are provided
 */
gboolean
accord_alliance_is_on_both_sides (AccordAlliance *self, gint64 organisation)
{
  gboolean commissions = FALSE, provides = FALSE;

  for (guint i = 0; i < self->facts->memberships->len; i++)
    {
      AccordRecord *membership = self->facts->memberships->pdata[i];
      AccordRecord *alliance;

      if (!accord_record_refers_to (membership, "organisation", organisation)
          || !was_there (self, membership))
        continue;
      alliance = accord_alliance_facts_find (self->facts, accord_record_get_int (membership, "alliance"));
      if (!was_there (self, alliance))
        continue;
      commissions |= accord_alliance_side_of (alliance) == ACCORD_ALLIANCE_SIDE_COMMISSIONS;
      provides |= accord_alliance_side_of (alliance) == ACCORD_ALLIANCE_SIDE_PROVIDES;
    }
  return commissions && provides;
}

/**
 * accord_alliance_on:
 * @facts: what is on record
 * @day: an ISO date
 *
 * Returns: (transfer full): how it was on that day
 */
AccordAlliance *
accord_alliance_on (AccordAllianceFacts *facts, const char *day)
{
  AccordAlliance *self;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (accord_date_is_iso (day), NULL);

  self = g_new0 (AccordAlliance, 1);
  self->facts = accord_alliance_facts_ref (facts);
  self->day = g_strdup (day);
  self->members = g_ptr_array_new ();
  self->partner_in = g_ptr_array_new ();
  self->alliances = g_ptr_array_new ();
  self->bodies = g_ptr_array_new ();
  self->posts = g_ptr_array_new ();
  self->joint = g_ptr_array_new ();
  self->lines = g_ptr_array_new_with_free_func (line_free);
  find_state (self);
  find_members (self);
  find_others (self);
  for (guint i = 0; i < self->bodies->len; i++)
    add_body_lines (self, self->bodies->pdata[i]);
  add_counter_lines (self);
  add_transfer_lines (self);
  add_joint_lines (self, self->posts);
  add_joint_lines (self, self->joint);
  return self;
}

/**
 * accord_alliance_read:
 * @reader: a reader
 * @organisation: identifier of an organisation or alliance
 * @day: an ISO date
 * @error: return location for an error
 *
 * Returns: (transfer full): how it was on that day; %NULL on failure
 */
AccordAlliance *
accord_alliance_read (AccordReader *reader, gint64 organisation, const char *day, GError **error)
{
  g_autoptr (AccordAllianceFacts) facts = accord_alliance_facts_read (reader, organisation, error);

  return facts != NULL ? accord_alliance_on (facts, day) : NULL;
}

/**
 * accord_alliance_has_dates:
 * @facts: what is on record
 *
 * Returns: whether anything about it ever changed on a day that is known
 */
gboolean
accord_alliance_has_dates (AccordAllianceFacts *facts)
{
  g_autoptr (GPtrArray) days = accord_alliance_facts_days (facts);

  return days->len > 0;
}
