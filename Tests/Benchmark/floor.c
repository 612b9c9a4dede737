/* The floor: what a website of these pages costs at least. Reads every Markdown file of a folder, renders what follows
   its front matter with libcmark, puts a layout of 6 KB around it and writes the page, on two threads. No links, no
   relations, no lists. With --hash it only reads the files and hashes them: what it costs to see that nothing changed.

   floor [--threads N] CONTENT OUTPUT
   floor [--threads N] --hash CONTENT */
#define _GNU_SOURCE
#include <cmark.h>
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LAYOUT 6144

struct file { char *path; size_t size; };

static struct file *files;
static size_t count, room;
static atomic_size_t next;
static _Atomic uint64_t together;
static const char *output;
static size_t root_length;
static char layout[LAYOUT];

static void stop(const char *what) {
  fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
  exit(1);
}

static void find(char *root) {
  char *roots[] = {root, NULL};
  FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
  if (!tree) stop(root);
  for (FTSENT *entry; (entry = fts_read(tree));) {
    if (entry->fts_info == FTS_D && output) {
      char path[4096];
      snprintf(path, sizeof path, "%s%s", output, entry->fts_path + root_length);
      if (mkdir(path, 0777) && errno != EEXIST) stop(path);
    }
    if (entry->fts_info != FTS_F || entry->fts_namelen < 3) continue;
    if (strcmp(entry->fts_name + entry->fts_namelen - 3, ".md")) continue;
    if (count == room && !(files = realloc(files, (room = room ? 2 * room : 1024) * sizeof *files))) stop("memory");
    files[count++] = (struct file){strdup(entry->fts_path), (size_t)entry->fts_statp->st_size};
  }
  fts_close(tree);
}

static size_t slurp(const struct file *file, char **buffer, size_t *capacity) {
  if (file->size + 1 > *capacity && !(*buffer = realloc(*buffer, *capacity = 2 * file->size + 1))) stop("memory");
  int from = open(file->path, O_RDONLY | O_CLOEXEC);
  if (from < 0) stop(file->path);
  size_t length = 0;
  for (ssize_t got; length < file->size && (got = read(from, *buffer + length, file->size - length)) != 0; length += got)
    if (got < 0) stop(file->path);
  close(from);
  (*buffer)[length] = 0;
  return length;
}

/* Eight bytes at a time, so that hashing isn't what is measured. */
static uint64_t hash(const char *bytes, size_t length) {
  uint64_t sum = 0x9e3779b97f4a7c15u ^ length, word;
  for (; length >= 8; bytes += 8, length -= 8) {
    memcpy(&word, bytes, 8);
    sum = (sum ^ word) * 0xff51afd7ed558ccdu;
    sum ^= sum >> 32;
  }
  word = 0;
  memcpy(&word, bytes, length);
  return (sum ^ word) * 0xff51afd7ed558ccdu;
}

static const char *after_front_matter(const char *text) {
  if (strncmp(text, "---\n", 4)) return text;
  const char *end = strstr(text + 4, "\n---\n");
  return end ? end + 5 : text;
}

static void put(int to, const char *path, const char *bytes, size_t length) {
  for (ssize_t done; length; bytes += done, length -= done)
    if ((done = write(to, bytes, length)) < 0) stop(path);
}

static void publish(const struct file *file, const char *text, size_t length) {
  const char *body = after_front_matter(text);
  char *html = cmark_markdown_to_html(body, length - (body - text), CMARK_OPT_DEFAULT);
  size_t size = strlen(html);
  char path[4096];
  int written = snprintf(path, sizeof path, "%s%s", output, file->path + root_length);
  memcpy(path + written - 2, "html", 5);
  /* In one piece, as a program does that has the whole page: the layout, then the text. */
  char *page = malloc(LAYOUT + size);
  if (!page) stop("memory");
  memcpy(page, layout, LAYOUT);
  memcpy(page + LAYOUT, html, size);
  int to = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (to < 0) stop(path);
  put(to, path, page, LAYOUT + size);
  close(to);
  free(page);
  free(html);
}

static void *work(void *unused) {
  char *buffer = NULL;
  size_t capacity = 0;
  uint64_t sum = 0;
  for (size_t index; (index = atomic_fetch_add(&next, 1)) < count;) {
    size_t length = slurp(&files[index], &buffer, &capacity);
    if (output) publish(&files[index], buffer, length);
    else sum += hash(buffer, length);
  }
  together += sum;
  free(buffer);
  return unused;
}

int main(int arguments, char **argument) {
  int threads = 2, only_hash = 0, at = 1;
  for (; at < arguments && argument[at][0] == '-'; at++) {
    if (!strcmp(argument[at], "--hash")) only_hash = 1;
    else if (!strcmp(argument[at], "--threads") && at + 1 < arguments) threads = atoi(argument[++at]);
    else break;
  }
  if (arguments - at != 2 - only_hash || threads < 1 || threads > 64) {
    fputs("usage: floor [--threads N] CONTENT OUTPUT | floor [--threads N] --hash CONTENT\n", stderr);
    return 2;
  }
  if (!only_hash) output = argument[at + 1];
  root_length = strlen(argument[at]);
  memset(layout, 'x', LAYOUT);
  memcpy(layout, "<!DOCTYPE html>\n<!--", 20);
  memcpy(layout + LAYOUT - 4, "-->\n", 4);
  find(argument[at]);
  pthread_t thread[64];
  for (int number = 0; number < threads; number++)
    if (pthread_create(&thread[number], NULL, work, NULL)) stop("thread");
  for (int number = 0; number < threads; number++) pthread_join(thread[number], NULL);
  printf("%zu files", count);
  if (only_hash) printf(", %016llx", (unsigned long long)together);
  puts("");
}
