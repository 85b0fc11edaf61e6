/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "pdf/pdf-wire.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* Nobody can make it shorter or change it: who maps it need not fear for what was looked at once. */
#define SIZE_SEALS (F_SEAL_SHRINK | F_SEAL_GROW)
#define SEALS (SIZE_SEALS | F_SEAL_WRITE)

typedef union
{
  struct cmsghdr header;
  char room[CMSG_SPACE (sizeof (int))];
} Ancillary;

/**
 * accord_pdf_wire_send:
 * @socket: a socket that keeps messages apart
 * @message: (array length=size): what to send
 * @size: in bytes
 * @fd: a file that goes along, or -1; it stays open here
 *
 * Sends one message.
 *
 * Returns: whether it went
 */
gboolean
accord_pdf_wire_send (int socket, gconstpointer message, gsize size, int fd)
{
  struct iovec part = { (gpointer) message, size };
  struct msghdr head = { .msg_iov = &part, .msg_iovlen = 1 };
  Ancillary along = { 0 };
  gssize sent;

  if (fd >= 0)
    {
      struct cmsghdr *item;

      head.msg_control = &along;
      head.msg_controllen = sizeof along.room;
      item = CMSG_FIRSTHDR (&head);
      item->cmsg_level = SOL_SOCKET;
      item->cmsg_type = SCM_RIGHTS;
      item->cmsg_len = CMSG_LEN (sizeof (int));
      memcpy (CMSG_DATA (item), &fd, sizeof fd);
    }
  do
    sent = sendmsg (socket, &head, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent == (gssize) size;
}

/**
 * accord_pdf_wire_receive:
 * @socket: a socket that keeps messages apart
 * @message: (out caller-allocates): room for a message
 * @size: how much room there is
 * @fd: (out): a file that came along, or -1
 *
 * Waits for one message.
 *
 * Returns: how long it is, 0 if the other end is gone, -1 if it failed
 */
gssize
accord_pdf_wire_receive (int socket, gpointer message, gsize size, int *fd)
{
  struct iovec part = { message, size };
  Ancillary along = { 0 };
  struct msghdr head = {
    .msg_iov = &part, .msg_iovlen = 1, .msg_control = &along, .msg_controllen = sizeof along.room
  };
  struct cmsghdr *item;
  gssize got;

  *fd = -1;
  do
    got = recvmsg (socket, &head, MSG_CMSG_CLOEXEC);
  while (got < 0 && errno == EINTR);
  item = got > 0 ? CMSG_FIRSTHDR (&head) : NULL;
  if (item != NULL && item->cmsg_level == SOL_SOCKET && item->cmsg_type == SCM_RIGHTS
      && item->cmsg_len == CMSG_LEN (sizeof (int)))
    memcpy (fd, CMSG_DATA (item), sizeof *fd);
  return got;
}

/**
 * accord_pdf_wire_create_memory:
 * @size: in bytes, more than 0
 * @memory: (out): where it is written to
 *
 * Makes a file in memory.
 *
 * Returns: the file, or -1
 */
int
accord_pdf_wire_create_memory (gsize size, guchar **memory)
{
  int fd = memfd_create ("accord-pdf", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (fd < 0)
    return -1;
  *memory = ftruncate (fd, (off_t) size) == 0 ? mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0)
                                              : MAP_FAILED;
  if (*memory != MAP_FAILED)
    return fd;
  close (fd);
  return -1;
}

/**
 * accord_pdf_wire_seal:
 * @fd: what accord_pdf_wire_create_memory() made
 * @memory: where it was written to, which is no longer there afterwards
 * @size: in bytes
 *
 * Makes a file in memory unchangeable.
 *
 * Returns: whether it is
 */
gboolean
accord_pdf_wire_seal (int fd, guchar *memory, gsize size)
{
  return munmap (memory, size) == 0 && fcntl (fd, F_ADD_SEALS, SEALS) == 0;
}

/**
 * accord_pdf_wire_fix_size:
 * @fd: what accord_pdf_wire_create_memory() made
 *
 * Makes a file in memory keep its size. What is in it can still be changed: enough for pixels, which nothing
 * is read from, and quicker.
 *
 * Returns: whether it does
 */
gboolean
accord_pdf_wire_fix_size (int fd)
{
  return fcntl (fd, F_ADD_SEALS, SIZE_SEALS) == 0;
}

typedef struct
{
  gpointer memory;
  gsize size;
} Map;

static void
map_free (gpointer data)
{
  Map *self = data;

  munmap (self->memory, self->size);
  g_free (self);
}

/**
 * accord_pdf_wire_map:
 * @fd: (transfer full): a file in memory that came along
 * @size: how long it is said to be
 * @fixed: whether nobody may be able to change it
 *
 * Looks into a file in memory. One that could still be made shorter would end the program that looks into it.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
accord_pdf_wire_map (int fd, gsize size, gboolean fixed)
{
  const int seals = fixed ? SEALS : SIZE_SEALS;
  struct stat about;
  gpointer memory = MAP_FAILED;
  Map *map;

  if (size > 0 && fstat (fd, &about) == 0 && (guint64) about.st_size == size
      && (fcntl (fd, F_GET_SEALS) & seals) == seals)
    memory = mmap (NULL, size, PROT_READ, MAP_SHARED, fd, 0);
  close (fd);
  if (memory == MAP_FAILED)
    return NULL;
  map = g_new (Map, 1);
  map->memory = memory;
  map->size = size;
  return g_bytes_new_with_free_func (memory, size, map_free, map);
}

/* --- What is packed. Who unpacks it trusts neither its form nor its numbers. */

#define OUTLINE_TYPE G_VARIANT_TYPE ("a(usidms)")
#define CONTENT_TYPE G_VARIANT_TYPE ("(sa(dddd)a((dddd)idms))")
#define HITS_TYPE G_VARIANT_TYPE ("aa(dddd)")

static GVariant *
unpack (GBytes *bytes, const GVariantType *type)
{
  return g_variant_ref_sink (g_variant_new_from_bytes (type, bytes, FALSE));
}

static void
pack_headings (GVariantBuilder *builder, GPtrArray *headings, guint depth)
{
  for (guint i = 0; i < headings->len; i++)
    {
      const AccordPdfHeading *heading = headings->pdata[i];

      g_variant_builder_add (builder, "(usidms)", depth, heading->title != NULL ? heading->title : "",
                             heading->target.page, heading->target.top, heading->target.address);
      pack_headings (builder, heading->children, depth + 1);
    }
}

/**
 * accord_pdf_wire_pack_outline:
 * @headings: (element-type AccordPdfHeading): an outline
 *
 * Returns: (transfer floating): the outline, each heading with its depth
 */
GVariant *
accord_pdf_wire_pack_outline (GPtrArray *headings)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, OUTLINE_TYPE);
  pack_headings (&builder, headings, 0);
  return g_variant_builder_end (&builder);
}

/**
 * accord_pdf_wire_unpack_outline:
 * @bytes: what accord_pdf_wire_pack_outline() made
 *
 * Returns: (transfer full) (element-type AccordPdfHeading): the outline
 */
GPtrArray *
accord_pdf_wire_unpack_outline (GBytes *bytes)
{
  g_autoptr (GVariant) variant = unpack (bytes, OUTLINE_TYPE);
  GPtrArray *top = g_ptr_array_new_with_free_func (accord_pdf_heading_free);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  GVariantIter iter;
  guint32 depth;
  char *title, *address;
  gint32 page;
  double y;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(usidms)", &depth, &title, &page, &y, &address))
    {
      AccordPdfHeading *heading = accord_pdf_heading_new ();

      heading->title = title;
      heading->target = (AccordPdfTarget){ page, y, address };
      g_ptr_array_set_size (path, (int) MIN (depth, path->len));
      g_ptr_array_add (path->len > 0 ? ((AccordPdfHeading *) path->pdata[path->len - 1])->children : top,
                       heading);
      g_ptr_array_add (path, heading);
    }
  return top;
}

/**
 * accord_pdf_wire_pack_content:
 * @content: what stands on a page
 *
 * Returns: (transfer floating): the same
 */
GVariant *
accord_pdf_wire_pack_content (const AccordPdfContent *content)
{
  GVariantBuilder links;
  GVariant *glyphs = g_variant_new_fixed_array (G_VARIANT_TYPE ("(dddd)"), content->glyphs, content->n_glyphs,
                                                sizeof (AccordPdfRectangle));

  g_variant_builder_init (&links, G_VARIANT_TYPE ("a((dddd)idms)"));
  for (guint i = 0; i < content->links->len; i++)
    {
      const AccordPdfLink *link = content->links->pdata[i];

      g_variant_builder_add (&links, "((dddd)idms)", link->area.x1, link->area.y1, link->area.x2,
                             link->area.y2, link->target.page, link->target.top, link->target.address);
    }
  return g_variant_new ("(s@a(dddd)a((dddd)idms))", content->text, glyphs, &links);
}

static void
unpack_links (GVariant *variant, GPtrArray *links)
{
  GVariantIter iter;
  AccordPdfLink link;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "((dddd)idms)", &link.area.x1, &link.area.y1, &link.area.x2,
                              &link.area.y2, &link.target.page, &link.target.top, &link.target.address))
    g_ptr_array_add (links, g_memdup2 (&link, sizeof link));
}

/**
 * accord_pdf_wire_unpack_content:
 * @bytes: what accord_pdf_wire_pack_content() made
 *
 * Returns: (transfer full): what stands on a page
 */
AccordPdfContent *
accord_pdf_wire_unpack_content (GBytes *bytes)
{
  g_autoptr (GVariant) variant = unpack (bytes, CONTENT_TYPE);
  g_autoptr (GVariant) glyphs = g_variant_get_child_value (variant, 1);
  g_autoptr (GVariant) links = g_variant_get_child_value (variant, 2);
  AccordPdfContent *content = accord_pdf_content_new ();
  gconstpointer places;
  gsize n = 0;

  g_free (content->text);
  g_variant_get_child (variant, 0, "s", &content->text);
  places = g_variant_get_fixed_array (glyphs, &n, sizeof (AccordPdfRectangle));
  if (n == (gsize) g_utf8_strlen (content->text, -1))
    {
      content->glyphs = n > 0 ? g_memdup2 (places, n * sizeof (AccordPdfRectangle)) : NULL;
      content->n_glyphs = (guint) n;
    }
  else
    content->text[0] = '\0';
  unpack_links (links, content->links);
  return content;
}

/**
 * accord_pdf_wire_pack_hits:
 * @hits: (element-type AccordPdfPlace): places on one page
 *
 * Returns: (transfer floating): their rectangles
 */
GVariant *
accord_pdf_wire_pack_hits (GPtrArray *hits)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, HITS_TYPE);
  for (guint i = 0; i < hits->len; i++)
    {
      const AccordPdfPlace *hit = hits->pdata[i];

      g_variant_builder_add_value (
          &builder, g_variant_new_fixed_array (G_VARIANT_TYPE ("(dddd)"), hit->rectangles->data,
                                               hit->rectangles->len, sizeof (AccordPdfRectangle)));
    }
  return g_variant_builder_end (&builder);
}

/**
 * accord_pdf_wire_unpack_hits:
 * @bytes: what accord_pdf_wire_pack_hits() made
 * @page: the page that they are on
 *
 * Returns: (transfer full) (element-type AccordPdfPlace): the places
 */
GPtrArray *
accord_pdf_wire_unpack_hits (GBytes *bytes, guint page)
{
  g_autoptr (GVariant) variant = unpack (bytes, HITS_TYPE);
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pdf_place_free);

  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) one = g_variant_get_child_value (variant, i);
      AccordPdfPlace *hit = accord_pdf_place_new (page);
      gsize n = 0;
      gconstpointer places = g_variant_get_fixed_array (one, &n, sizeof (AccordPdfRectangle));

      if (n > 0)
        g_array_append_vals (hit->rectangles, places, (guint) n);
      g_ptr_array_add (hits, hit);
    }
  return hits;
}
